import { useEffect, useRef, type ReactNode } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Ellipsis } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { IconButton } from "../Button";
import { Menu, type MenuContent } from "../Menu";
import { Loading, Skeleton } from "../Skeleton";
import { CellValueView } from "./CellValueView";
import { messages } from "./messages";
import type { Column, More } from "./types";

export interface CardsProps<Row> {
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row, never>[];
  loading: boolean;
  more?: More | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  rowMenu?: ((row: Row) => MenuContent) | undefined;
  cardActions?: ((row: Row) => ReactNode) | undefined;
  /** Always in view under the cards. */
  footer?: ReactNode;
}

const shown = <Row,>(column: Column<Row, never>, row: Row) => column.cardRender?.(row) ?? column.render?.(row) ?? <CellValueView value={column.value(row)} column={column} row={row} />;
const filled = <Row,>(column: Column<Row, never>, row: Row) => {
  const value = column.value(row);
  return value !== null && value !== "";
};

/** The same rows on a phone: one card each, the title and the amount first. */
export function Cards<Row>({ label, rows, rowId, columns, loading, more, onOpen, rowMenu, cardActions, footer }: CardsProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 112, overscan: 6, getItemKey: (index) => (rows[index] === undefined ? index : rowId(rows[index])) });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more?.has && !more.loading && last >= rows.length - 20) more.load();
  }, [more, last, rows.length]);

  if (loading)
    return (
      <Loading className="flex flex-col gap-2 p-3">
        {Array.from({ length: 6 }, (_, at) => (
          <span key={at} className="block rounded-card border border-line p-3">
            <Skeleton className="mb-3 w-1/2" />
            <Skeleton className="mb-2 h-3 w-3/4" />
            <Skeleton className="h-3 w-2/3" />
          </span>
        ))}
      </Loading>
    );
  return (
    <>
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain" tabIndex={0} role="region" aria-label={label}>
        <ul className="relative" style={{ height: virtual.getTotalSize() + 8 }}>
          {items.map((item) => {
            const row = rows[item.index]!;
            return (
              <li key={item.key} ref={virtual.measureElement} data-index={item.index} className="absolute inset-x-0 px-3 pt-2" style={{ transform: `translateY(${item.start}px)` }}>
                <Card {...{ row, columns, onOpen, rowMenu, cardActions }} />
              </li>
            );
          })}
        </ul>
      </div>
      {footer}
    </>
  );
}

function Card<Row>({ row, columns, onOpen, rowMenu, cardActions }: { row: Row } & Pick<CardsProps<Row>, "columns" | "onOpen" | "rowMenu" | "cardActions">) {
  const t = useText(messages);
  const at = (place: Column<Row>["card"]) => columns.filter((column) => (column.card ?? "line") === place && filled(column, row));
  const title = columns.find((column) => column.card === "title") ?? columns[0]!;
  const actions = cardActions?.(row);
  return (
    <article className="relative rounded-card border border-line bg-surface p-3">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 font-medium">
          {onOpen ? (
            <button type="button" onClick={() => onOpen(row)} className="max-w-full truncate text-left after:absolute after:inset-0 after:rounded-card">
              {shown(title, row)}
            </button>
          ) : (
            shown(title, row)
          )}
        </h2>
        <div className="flex items-center gap-2 text-sm">
          {at("side").map((column) => (
            <span key={column.id}>{shown(column, row)}</span>
          ))}
        </div>
        {rowMenu && (
          <span className="relative -my-1 -mr-1">
            <Menu align="end" items={() => rowMenu(row)} trigger={<IconButton size="iconSm" label={t("rowActions")} icon={<Ellipsis aria-hidden />} />} />
          </span>
        )}
      </div>
      <div className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-table text-muted">
        {at("under").map((column) => (
          <span key={column.id} className="flex min-w-0">
            {shown(column, row)}
          </span>
        ))}
      </div>
      <dl className={cx("mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-table", at("line").filter((column) => column !== title).length === 0 && "hidden")}>
        {at("line")
          .filter((column) => column !== title)
          .map((column) => (
            <div key={column.id} className="contents">
              <dt className="text-muted">{column.header}</dt>
              <dd className="min-w-0 truncate text-right">{shown(column, row)}</dd>
            </div>
          ))}
      </dl>
      {actions && <div className="relative mt-3 flex gap-2">{actions}</div>}
    </article>
  );
}
