import type { Report, ReportColumn } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Money } from "@/api/types";
import { cx } from "@/lib/cx";
import { showDecimal } from "@/lib/decimal";
import { DateText, MoneyText } from "@/ui";
import { To, type ReportLink } from "./links";
import { messages } from "./messages";
import { headOf } from "./words";

const isFigure = (column: ReportColumn) => column.holds === "money" || column.holds === "number";

/** The rows of a report, and the sums of each currency beneath; wider than the page, it scrolls by itself. */
export function Rows({ report, title }: { report: Report; title: string }) {
  const t = useText(messages);
  const { columns } = report;
  const th = "px-3 py-2 font-medium whitespace-nowrap";
  return (
    <div tabIndex={0} role="region" aria-label={title} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-table">
        <thead className="text-left text-xs text-muted">
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={cx(th, isFigure(column) && "text-right")}>
                {headOf(t, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.key} className="border-t border-line">
              {columns.map((column, at) => (
                <Cell key={column.name} column={column} value={row.cells[column.name]} first={at === 0} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {report.sums.map((sum) => (
            <tr key={sum.currency ?? ""} className="border-t border-line-strong font-medium">
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.name} scope="row" className="px-3 py-2 text-left font-medium whitespace-nowrap">
                    {sum.currency ? t("sumOf", { currency: sum.currency }) : t("sum")}
                  </th>
                ) : (
                  <Cell key={column.name} column={column} value={column.summed ? sum.cells[column.name] : null} blank={!column.summed} />
                ),
              )}
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

function Cell({ column, value, first, blank }: { column: ReportColumn; value: unknown; first?: boolean; blank?: boolean }) {
  const inside = blank ? null : <Value column={column} value={value} first={first} />;
  const className = cx("px-3 py-1.5", isFigure(column) && "tabular text-right whitespace-nowrap");
  return first ? (
    <th scope="row" className={cx(className, "min-w-32 text-left font-normal")}>
      {inside}
    </th>
  ) : (
    <td className={className}>{inside}</td>
  );
}

function Value({ column, value, first }: { column: ReportColumn; value: unknown; first: boolean | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  if (value === null || value === undefined) return first ? <span className="text-muted">{t("nobody")}</span> : <span className="text-faint">–</span>;
  if (column.holds === "money") return <MoneyText money={value as Money} />;
  if (column.holds === "number") return showDecimal(value as string, formats.locale, 0);
  if (column.holds === "day") return <DateText day={value as string} />;
  if (typeof value === "string") return column.holds === "month" ? formats.month(value) : value;
  const link = value as ReportLink;
  return <To link={link}>{column.holds === "month" ? formats.month(link.text) : link.text}</To>;
}
