import { cx } from "@/lib/cx";
import { MoneyText } from "../MoneyText";
import { isNumeric } from "./CellValueView";
import { stickyClass } from "./GridRow";
import type { Column } from "./types";

/** Sums over the whole filter, one line per currency, at the foot of the grid. The server adds; nothing is added here. */
export function TotalsRows<Row, Total>({ totals, columns, selectable, menu, first, title, bare, rowCount }: {
  totals: readonly Total[];
  columns: readonly Column<Row, Total>[];
  selectable: boolean;
  menu: boolean;
  /** aria-rowindex of the first line. */
  first: number;
  title: (total: Total) => string;
  /** The title says the currency. */
  bare: boolean;
  rowCount: number;
}) {
  if (totals.length === 0 || rowCount === 0) return null;
  const offset = selectable ? 1 : 0;
  const cell = "flex min-w-0 items-center px-2.5 text-table";
  return (
    <div role="rowgroup" className="sticky bottom-0 z-[5] border-t border-line-strong">
      {totals.map((total, line) => (
        <div key={line} role="row" aria-rowindex={first + line} className="grid h-9 grid-cols-(--columns) bg-canvas font-medium">
          {selectable && <div role="gridcell" aria-colindex={1} className={cx(cell, stickyClass, "left-0")} />}
          {columns.map((column, at) => {
            const sum = at === 0 ? title(total) : column.total?.(total);
            return (
              <div key={column.id} role="gridcell" aria-colindex={at + offset + 1} className={cx(cell, column.pinned && cx(stickyClass, "left-(--pin)"), isNumeric(column.kind) && "justify-end", at === 0 && "text-muted")}>
                {sum === null || sum === undefined ? null : typeof sum === "string" ? <span className="truncate">{sum}</span> : <MoneyText money={sum} bare={bare} />}
              </div>
            );
          })}
          <div role="presentation" />
          {menu && <div role="gridcell" aria-colindex={columns.length + offset + 1} className={cell} />}
        </div>
      ))}
    </div>
  );
}

/** The same sums under the cards of a phone. */
export function TotalsCard<Row, Total>({ totals, columns, title, bare }: { totals: readonly Total[]; columns: readonly Column<Row, Total>[]; title: (total: Total) => string; bare: boolean }) {
  const summed = columns.filter((column) => column.total);
  if (totals.length === 0 || summed.length === 0) return null;
  return (
    <div className="max-h-40 shrink-0 overflow-y-auto border-t border-line-strong bg-canvas px-4 py-2 text-table">
      {totals.map((total, line) => (
        <section key={line} aria-label={title(total)} className="py-0.5">
          <h2 className="text-xs font-medium text-muted">{title(total)}</h2>
          <dl className="grid grid-cols-3 gap-x-3">
            {summed.map((column) => {
              const sum = column.total!(total);
              return (
                <div key={column.id} className="min-w-0">
                  <dt className="truncate text-[11px] text-muted">{column.header}</dt>
                  <dd className="tabular font-medium">{sum === null || typeof sum === "string" ? sum : <MoneyText money={sum} bare={bare} />}</dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
