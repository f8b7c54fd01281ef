import { useMemo } from "react";
import { TriangleAlert } from "lucide-react";
import type { BillingRow, Totals } from "@/api/types";
import { useFormats, type Formats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { isZero } from "@/lib/decimal";
import { DateText, Dot, MoneyText, Pill, StatusPill, Tooltip, type Option } from "@/ui";
import type { Column } from "@/ui/table";
import type { Statuses } from "../record/useStatuses";
import { hintWords } from "../record/words";
import { messages } from "./messages";

export type BillingColumn = Column<BillingRow, Totals>;
const isSaved = (row: BillingRow) => row.id !== null;

/** A day; of a row that nobody saved it is only computed, and looks so. */
const Day = ({ row, day }: { row: BillingRow; day: string | null }) => (day === null ? null : <DateText day={day} className={cx("tabular", !isSaved(row) && "text-muted italic")} />);

/**
 * The columns of the billing grid, narrow enough that the amounts are seen at 1280 pixels. `groups`: with the group; `windows`: with a filter
 * for when a period begins; `currency`: of all rows, where they have the same.
 */
export function useColumns(statuses: Statuses, { groups, windows, currency }: { groups: boolean; windows: boolean; currency: string | null }): readonly BillingColumn[] {
  const t = useText(messages);
  const formats = useFormats();
  return useMemo(() => {
    const every: Option[] = [{ value: "none", label: t("noStatus") }, ...uniqueOptions(statuses)];
    // One currency is said once, by the totals line.
    const one = currency !== null;
    const bare = (of: (row: BillingRow) => BillingRow["billed"]): Pick<BillingColumn, "render"> => (!one ? {} : { render: (row) => of(row) && <MoneyText money={of(row)} bare /> });
    const amountWidth = one ? 112 : 132;
    const billingDate: BillingColumn = { id: "billingDate", header: t("billingDate"), kind: "date", width: 96, sort: "billingDate", card: "none", value: (row) => row.billingDate, render: (row) => <Day row={row} day={row.billingDate} />, filter: { operators: ["is", "before", "after", "between", "last", "next"] }, edit: { field: "billingDate", required: true, bulk: true } };
    const columns: (BillingColumn | false)[] = [
      { id: "facility", header: t("facility"), kind: "text", width: groups ? 156 : 172, pinned: true, sort: "facility", card: "title", value: (row) => row.facilityName, render: (row) => <span className={cx("truncate", !isSaved(row) && "text-muted")}>{row.facilityName}</span> },
      groups && { id: "group", header: t("group"), kind: "text", width: 112, sort: "group", card: "under", value: (row) => row.groupName },
      !groups && billingDate,
      {
        id: "from", header: t("from"), kind: "date", width: 96, sort: "from", card: "under", value: (row) => row.from, render: (row) => <Day row={row} day={row.from} />,
        cardRender: (row) => <span className="tabular">{t("period", { from: formats.day(row.from), through: formats.day(row.through) })}</span>, edit: { field: "from", required: true },
        ...(windows ? { filter: { operators: ["between", "last"] } } : {}),
      },
      { id: "through", header: t("through"), kind: "date", width: 96, sort: "through", card: "none", value: (row) => row.through, render: (row) => <Day row={row} day={row.through} />, edit: { field: "through", required: true } },
      {
        id: "status", header: t("status"), kind: "choice", width: groups ? 116 : 128, sort: "status", card: "side", value: (row) => row.statusId, text: (row) => statuses.find(row.statusId)?.name ?? "",
        render: (row) => <StatusCell row={row} statuses={statuses} formats={formats} notSaved={t("notSaved")} withdrawn={t("state_withdrawn")} />,
        filter: { operators: ["is"], options: every },
        edit: { field: "statusId", bulk: true, options: (row) => optionsOf(statuses.setOf(row.groupId)?.statuses ?? []) },
      },
      { id: "billed", header: t("billed"), kind: "money", width: amountWidth, sort: "billed", value: (row) => row.billed, ...bare((row) => row.billed), total: (sum) => sum.billed, filter: {}, edit: { field: "billed", currency: (row) => row.currency, bulk: true } },
      { id: "paid", header: t("paid"), kind: "money", width: amountWidth, sort: "paid", value: (row) => row.paid, ...bare((row) => row.paid), total: (sum) => sum.paid, filter: {}, edit: { field: "paid", currency: (row) => row.currency, bulk: true } },
      { id: "outstanding", header: t("outstanding"), kind: "money", width: one ? 148 : 176, sort: "outstanding", value: (row) => row.outstanding, total: (sum) => sum.outstanding, filter: { operators: ["between", "atLeast", "atMost", "is"] }, render: (row) => <Outstanding row={row} bare={one} t={t} />, cardRender: (row) => <OnCard row={row} t={t} hint={hintWords(row, statuses, formats)} /> },
      groups && billingDate,
      { id: "paidOn", header: t("paidOn"), kind: "date", width: 96, sort: "paidOn", value: (row) => row.paidOn, filter: {}, edit: { field: "paidOn", bulk: true } },
      { id: "note", header: t("note"), kind: "text", width: 200, value: (row) => row.note, filter: { operators: ["contains", "empty", "notEmpty"] }, edit: { field: "note", bulk: true }, skeleton: 30 },
      {
        id: "state", header: t("state"), kind: "choice", width: 120, hidden: true, card: "none", value: (row) => (row.state === "overpaid" ? "paid" : row.state), text: (row) => row.state,
        filter: { operators: ["is"], single: true, options: (["outstanding", "overdue", "paid", "empty", "withdrawn"] as const).map((value) => ({ value, label: t(`state_${value}`) })) },
      },
    ];
    return columns.filter((column) => column !== false).map((column) => (column.edit ? { ...column, edit: { ...column.edit, when: (row: BillingRow) => !row.withdrawn } } : column));
  }, [statuses, groups, windows, currency, t, formats]);
}

const optionsOf = (statuses: readonly { id: string; name: string; color: string }[]): Option[] => statuses.map((one) => ({ value: one.id, label: one.name, mark: <Dot color={one.color} /> }));

/** The statuses of every set; where two sets share a name, the set tells them apart. */
function uniqueOptions({ sets }: Statuses): Option[] {
  const names = sets.flatMap((set) => set.statuses.map(({ name }) => name));
  return sets.flatMap((set) => optionsOf(set.statuses).map((option) => (names.indexOf(option.label) === names.lastIndexOf(option.label) ? option : { ...option, hint: set.name })));
}

function StatusCell({ row, statuses, formats, notSaved, withdrawn }: { row: BillingRow; statuses: Statuses; formats: Formats; notSaved: string; withdrawn: string }) {
  const status = statuses.find(row.statusId);
  const hint = hintWords(row, statuses, formats);
  if (row.withdrawn) return <Pill>{withdrawn}</Pill>;
  if (!isSaved(row)) return <span className="inline-flex h-5 min-w-0 items-center rounded-full border border-dashed border-line-strong px-1.5 text-xs whitespace-nowrap text-muted">{notSaved}</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {status && <StatusPill name={status.name} color={status.color} />}
      {hint && (
        <Tooltip text={hint}>
          <span role="img" aria-label={hint} className="text-warn">
            <TriangleAlert aria-hidden className="size-3.5" />
          </span>
        </Tooltip>
      )}
    </span>
  );
}

/** What is open, with the state that needs attention in a word. */
function Outstanding({ row, bare, t }: { row: BillingRow; bare: boolean; t: (key: "overdue" | "partly" | "overpaid") => string }) {
  if (!row.outstanding) return null;
  const nothing = isZero(row.outstanding.amount);
  return (
    <span className="flex w-full min-w-0 items-center justify-end gap-2">
      {row.state === "overdue" && <Pill tone="bad">{t("overdue")}</Pill>}
      {row.state === "outstanding" && row.partlyPaid && <Pill tone="warn">{t("partly")}</Pill>}
      {row.state === "overpaid" && <Pill tone="warn">{t("overpaid")}</Pill>}
      <MoneyText money={row.outstanding} bare={bare} {...(nothing ? { className: "text-muted" } : {})} />
    </span>
  );
}

/** On a card there is no hovering: what contradicts the money is written out. */
const OnCard = ({ row, t, hint }: { row: BillingRow; t: Parameters<typeof Outstanding>[0]["t"]; hint: string | null }) => (
  <>
    <Outstanding row={row} bare={false} t={t} />
    {hint && <span className="block text-xs whitespace-normal text-warn">{hint}</span>}
  </>
);
