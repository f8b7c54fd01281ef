import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check, CircleAlert, CircleDashed, CircleDot, CirclePlus, Minus } from "lucide-react";
import { api, ask } from "@/api/client";
import { cyclesQuery, keys } from "@/api/queries";
import type { BillingRow, Cycle, Group, RowState } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { ErrorText, Loading, Section, Skeleton } from "@/ui";
import { messages as uiMessages } from "@/ui/messages";
import { messages } from "./messages";
import { billedIn, cyclesInYear, linesOf, monthsOf, spanOf, type YearCell } from "./year";

/** Above this many cycles a cell shows its state alone, below it the amount too. */
const WIDE = 14;

const looks: Record<RowState, string> = {
  paid: "bg-good-soft text-good",
  overpaid: "bg-warn-soft text-warn",
  outstanding: "bg-open-soft text-open",
  overdue: "bg-bad-soft text-bad",
  noAmount: "bg-quiet-soft text-muted",
  empty: "border border-dashed border-line-strong text-faint",
};
const icons: Record<RowState, typeof Check> = { paid: Check, overpaid: CirclePlus, outstanding: CircleDot, overdue: CircleAlert, noAmount: Minus, empty: CircleDashed };

async function everyRow(groupId: string, span: { from: string; through: string }, signal: AbortSignal): Promise<BillingRow[]> {
  const rows: BillingRow[] = [];
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page: { items: BillingRow[]; nextCursor: string | null } = await ask(api.GET("/api/billing-records", { params: { query: { groupId, ...span, limit: 200, ...(cursor ? { cursor } : {}) } }, signal }));
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

/** One group's year as a table of facilities and cycles. */
export function YearTable({ group, year, onOpen }: { group: Group; year: number; onOpen: (row: BillingRow) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const asked = useQuery(cyclesQuery(group.id, { on: `${year}-12-31`, past: cyclesInYear[group.schedule.frequency], future: 2 }));
  const cycles = useMemo(() => asked.data && billedIn(asked.data.items, year), [asked.data, year]);
  const span = useMemo(() => cycles && spanOf(cycles), [cycles]);
  const rows = useQuery({ queryKey: [keys.records, "year", group.id, span], queryFn: ({ signal }) => everyRow(group.id, span!, signal), enabled: Boolean(span), placeholderData: keepPreviousData });
  const lines = useMemo(() => (cycles && rows.data && !rows.isPlaceholderData ? linesOf(rows.data, cycles, new Intl.Collator(formats.locale)) : undefined), [cycles, rows.data, rows.isPlaceholderData, formats.locale]);
  const error = asked.error ?? rows.error;
  return (
    <Section title={group.name} about={group.currency}>
      {error ? (
        <ErrorText error={error} onRetry={() => void (asked.refetch(), rows.refetch())} />
      ) : cycles?.length === 0 ? (
        <p className="text-muted">{t("noCyclesInYear", { year: String(year) })}</p>
      ) : !cycles || !lines ? (
        <Loading className="flex flex-col gap-1.5">
          {Array.from({ length: Math.min(12, Math.max(3, group.facilities)) }, (_, at) => (
            <Skeleton key={at} className="h-8 w-full" />
          ))}
        </Loading>
      ) : (
        <Table caption={t("yearTable", { group: group.name, year: String(year) })} cycles={cycles} lines={lines} onOpen={onOpen} />
      )}
    </Section>
  );
}

function Table({ caption, cycles, lines, onOpen }: { caption: string; cycles: readonly Cycle[]; lines: ReturnType<typeof linesOf>; onOpen: (row: BillingRow) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<[number, number]>([0, 0]);
  const wide = cycles.length <= WIDE;
  const month = useMemo(() => new Intl.DateTimeFormat(formats.locale, { timeZone: "UTC", month: "short" }), [formats.locale]);
  const onKey = (event: KeyboardEvent) => {
    const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const [row, column] = active;
    for (let [r, c] = [row + step[0], column + step[1]]; r >= 0 && r < lines.length && c >= 0 && c < cycles.length; r += step[0], c += step[1])
      if (lines[r]!.cells[c]) {
        setActive([r, c]);
        table.current?.querySelector<HTMLElement>(`[data-at="${r}:${c}"]`)?.focus();
        return;
      }
  };
  const first = lines.findIndex((line) => line.cells.some(Boolean));
  const focused: [number, number] = lines[active[0]]?.cells[active[1]] ? active : [first, lines[first]?.cells.findIndex(Boolean) ?? 0];

  return (
    <div className="@container overflow-x-auto pb-1">
      <table ref={table} onKeyDown={onKey} className={cx("border-separate border-spacing-0.5 text-xs", wide && "w-full")}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="sticky left-0 z-[1] min-w-40 bg-surface pr-3 text-left align-bottom font-medium text-muted">
              {t("facility")}
            </th>
            {monthsOf(cycles).map(({ month: of, count }) => (
              <th key={of} scope="colgroup" colSpan={count} className="px-1 pt-1 text-left font-medium text-muted">
                {month.format(new Date(`${of}-01T00:00:00Z`))}
              </th>
            ))}
          </tr>
          <tr>
            {cycles.map((cycle) => (
              <th key={cycle.billingDate} scope="col" abbr={formats.day(cycle.billingDate)} className="tabular px-1 pb-1 text-left font-normal text-faint">
                {+cycle.billingDate.slice(8)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={line.facilityId}>
              <th scope="row" className="sticky left-0 z-[1] max-w-48 truncate bg-surface pr-3 text-left text-table font-normal">
                {line.name}
              </th>
              {line.cells.map((cell, column) => (
                <td key={cycles[column]!.billingDate} className="p-0">
                  {cell && (
                    <Cell
                      cell={cell}
                      wide={wide}
                      at={`${row}:${column}`}
                      reachable={focused[0] === row && focused[1] === column}
                      name={line.name}
                      onFocus={() => setActive([row, column])}
                      onOpen={onOpen}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, wide, at, reachable, name, onFocus, onOpen }: { cell: YearCell; wide: boolean; at: string; reachable: boolean; name: string; onFocus: () => void; onOpen: (row: BillingRow) => void }) {
  const t = useText(messages);
  const states = useText(uiMessages);
  const formats = useFormats();
  const row = cell.rows.find((one) => one.state === cell.state) ?? cell.rows[0]!;
  const partly = cell.partly && cell.state === "outstanding";
  const word = states(partly ? "state_partlyPaid" : `state_${cell.state}`);
  const open = row.outstanding && (cell.state === "overdue" || cell.state === "outstanding") ? t("withAmount", { state: word, amount: formats.money(row.outstanding) }) : word;
  const told = [t("cell", { facility: name, day: formats.day(row.billingDate), state: open }), ...(row.billed ? [t("cellAmount", { amount: formats.amount(row.billed) })] : []), ...(cell.rows.length > 1 ? [t("more", { count: cell.rows.length })] : [])].join(". ");
  const Icon = icons[cell.state];
  return (
    <button
      type="button"
      data-at={at}
      tabIndex={reachable ? 0 : -1}
      aria-label={told}
      title={told}
      onFocus={onFocus}
      onClick={() => onOpen(row)}
      className={cx("flex h-8 items-center justify-center gap-1 rounded px-1 outline-offset-0", wide ? "w-full min-w-9 @6xl:min-w-20 @6xl:justify-between" : "w-7", partly ? "bg-warn-soft text-warn" : looks[cell.state])}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      {wide && row.billed && <span className="tabular hidden truncate @6xl:inline">{formats.amount(row.billed)}</span>}
    </button>
  );
}
