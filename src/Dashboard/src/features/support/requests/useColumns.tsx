import { useMemo } from "react";
import { Flag } from "lucide-react";
import type { SupportCategory, SupportRequest } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { weekdayOf } from "@/lib/dates";
import { showDecimal } from "@/lib/decimal";
import { Pill, type Tone } from "@/ui";
import type { Column } from "@/ui/table";
import { BilledPill } from "../parts/BilledPill";
import { efforts, messages as words, sources, urgencies } from "../parts/messages";
import { messages } from "./messages";

export interface HoursSum {
  hours: string;
}

const tones: Record<SupportRequest["urgency"], Tone> = { promotion: "quiet", low: "quiet", medium: "warn", high: "bad" };
const statuses = ["active", "archived", "ignored"] as const;
const quarters = { by: 0.25, least: 0, most: 99.75 };
/** What went into a close does not change any more. */
const isFree = (row: SupportRequest) => row.billed === null;

/** The columns of the requests. */
export function useColumns(categories: readonly SupportCategory[] | undefined, nameOf: (client: string) => string): readonly Column<SupportRequest, HoursSum>[] {
  const t = useText(messages);
  const w = useText(words);
  const formats = useFormats();
  return useMemo((): readonly Column<SupportRequest, HoursSum>[] => {
    const all = (categories ?? []).map(({ code, name }) => ({ value: code, label: name }));
    const open = (categories ?? []).filter((one) => !one.closed).map(({ code, name }) => ({ value: code, label: name }));
    const categoryOf = (code: string) => categories?.find((one) => one.code === code)?.name ?? code;
    const either = [{ value: "yes", label: w("yes") }, { value: "no", label: w("no") }];
    const only = (options: readonly { value: string; label: string }[]) => ({ operators: ["is"] as const, single: true, options });
    const ofUrgency = urgencies.map((value) => ({ value, label: w(`urgency_${value}`) }));
    const ofEffort = efforts.map((value) => ({ value, label: w(`effort_${value}`) }));
    const yes = (value: boolean) => w(value ? "yes" : "no");
    return [
      {
        id: "description", header: t("description"), kind: "text", width: 235, pinned: true, card: "title", value: (row) => row.description || row.type,
        render: (row) => (
          <span className="flex min-w-0 items-center gap-1.5">
            {row.flag !== null && <Flag role="img" aria-label={t("flagged")} className="size-3.5 shrink-0 text-warn" />}
            <span className="truncate">{row.description || row.type}</span>
          </span>
        ),
      },
      { id: "client", header: w("client"), kind: "text", width: 150, card: "under", value: (row) => row.clientId, text: (row) => nameOf(row.clientId), render: (row) => <span className="truncate">{nameOf(row.clientId)}</span> },
      { id: "resolvedOn", header: t("resolvedOn"), kind: "date", width: 105, sort: "resolvedOn", value: (row) => row.resolvedOn, filter: { operators: ["between", "is", "before", "after", "last"] } },
      { id: "resolvedAt", header: t("resolvedAt"), kind: "text", width: 65, card: "none", value: (row) => row.resolvedAt.slice(0, 5), render: (row) => <span className="tabular">{row.resolvedAt.slice(0, 5)}</span> },
      { id: "category", header: t("category"), kind: "choice", width: 120, sort: "category", value: (row) => row.category, text: (row) => categoryOf(row.category), render: (row) => <span className="truncate">{categoryOf(row.category)}</span>, filter: { operators: ["is"], options: all }, edit: { field: "category", options: open, required: true, bulk: true, when: isFree } },
      { id: "urgency", header: w("urgency"), kind: "choice", width: 120, sort: "urgency", card: "side", value: (row) => row.urgency, text: (row) => w(`urgency_${row.urgency}`), render: (row) => <Pill tone={tones[row.urgency]}>{w(`urgency_${row.urgency}`)}</Pill>, filter: { operators: ["is"], options: ofUrgency }, edit: { field: "urgency", options: ofUrgency, required: true, bulk: true, when: isFree } },
      { id: "hours", header: t("hours"), kind: "number", width: 80, sort: "hours", value: (row) => Number(row.hours), text: (row) => showDecimal(row.hours, formats.locale, 0), render: (row) => <span className="tabular">{showDecimal(row.hours, formats.locale, 0)}</span>, total: (sum) => showDecimal(sum.hours, formats.locale, 0), filter: { operators: ["between", "atLeast", "atMost", "is"] }, edit: { field: "hours", steps: quarters, required: true, bulk: true, when: isFree } },
      { id: "billed", header: t("invoice"), kind: "choice", width: 120, value: (row) => row.billed?.invoiceNumber ?? row.billed?.close ?? null, text: (row) => (row.billed ? (row.billed.invoiceNumber ?? w("draft")) : ""), render: (row) => <BilledPill billed={row.billed} />, filter: only(either) },
      { id: "source", header: w("source"), kind: "choice", width: 130, sort: "source", card: "none", value: (row) => row.source, text: (row) => w(`source_${row.source}`), render: (row) => w(`source_${row.source}`), filter: { operators: ["is"], options: sources.map((value) => ({ value, label: w(`source_${value}`) })) } },
      { id: "type", header: t("type"), kind: "text", width: 160, sort: "type", card: "none", value: (row) => row.type, edit: { field: "type", required: true, when: isFree } },
      { id: "charged", header: t("charged"), kind: "choice", width: 100, card: "none", value: (row) => (row.charged ? "yes" : "no"), text: (row) => yes(row.charged), render: (row) => <span className={row.charged ? "" : "text-muted"}>{yes(row.charged)}</span>, filter: only(either.slice(0, 1)) },
      { id: "effort", header: w("effort"), kind: "choice", width: 110, sort: "effort", hidden: true, card: "none", value: (row) => row.effort, text: (row) => w(`effort_${row.effort}`), render: (row) => w(`effort_${row.effort}`), edit: { field: "effort", options: ofEffort, required: true, bulk: true, when: isFree } },
      { id: "status", header: t("status"), kind: "choice", width: 120, sort: "status", hidden: true, card: "none", value: (row) => row.status, text: (row) => t(`view_${row.status}`), render: (row) => t(`view_${row.status}`), edit: { field: "status", options: statuses.map((value) => ({ value, label: t(`view_${value}`) })), required: true, bulk: true, when: isFree } },
      { id: "weekday", header: t("weekday"), kind: "choice", width: 110, hidden: true, card: "none", value: (row) => String(weekdayOf(row.resolvedOn) || 7), text: (row) => formats.weekday(weekdayOf(row.resolvedOn), "long"), render: (row) => formats.weekday(weekdayOf(row.resolvedOn), "long"), filter: { operators: ["is"], options: [1, 2, 3, 4, 5, 6, 7].map((one) => ({ value: String(one), label: formats.weekday(one % 7, "long") })) } },
      { id: "flagged", header: t("flagged"), kind: "choice", width: 110, hidden: true, card: "none", value: (row) => (row.flag === null ? "no" : "yes"), text: (row) => yes(row.flag !== null), render: (row) => yes(row.flag !== null), filter: only(either) },
      { id: "webAddress", header: t("webAddress"), kind: "text", width: 220, hidden: true, card: "none", value: (row) => row.webAddress },
      { id: "outsideId", header: t("outsideId"), kind: "text", width: 130, hidden: true, card: "none", value: (row) => row.outsideId },
    ];
  }, [categories, nameOf, formats, t, w]);
}
