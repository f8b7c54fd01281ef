import { useMemo } from "react";
import type { InvoiceRow, InvoiceSums } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useText } from "@/i18n/messages";
import { Pill } from "@/ui";
import type { Column } from "@/ui/table";
import { messages } from "./messages";
import { shownState } from "./state";
import { StatePill } from "./StatePill";

/** The columns of the invoices. `all`: of all views, where further states can be asked for. */
export function useColumns(all: boolean): readonly Column<InvoiceRow, InvoiceSums>[] {
  const t = useText(messages);
  const currencies = useCurrencies();
  return useMemo((): readonly Column<InvoiceRow, InvoiceSums>[] => {
    const states = ([["partlyPaid", "state_partlyPaid"], ["voided", "state_voided"], ["uncollectible", "state_uncollectible"], ["billed", "state_billed"]] as const).map(([value, label]) => ({ value, label: t(label) }));
    return [
      { id: "number", header: t("number"), kind: "text", width: 150, pinned: true, sort: "number", card: "title", value: (row) => row.number, text: (row) => row.number ?? t("draft"), render: (row) => (row.number ? <span className="flex min-w-0 items-center gap-1"><span className="tabular truncate">{row.number}</span>{row.mirror && <Pill>{t("byStripe")}</Pill>}</span> : <span className="text-muted italic">{t("draft")}</span>) },
      { id: "client", header: t("client"), kind: "text", width: 220, sort: "client", card: "under", value: (row) => row.clientName },
      { id: "state", header: t("state"), kind: "choice", width: 120, card: "side", value: (row) => row.state, text: (row) => t(`state_${shownState(row)}`), render: (row) => <StatePill invoice={row} />, ...(all ? { filter: { operators: ["is"], single: true, options: states } } : {}) },
      { id: "issueDate", header: t("issueDate"), kind: "date", width: 110, sort: "issueDate", value: (row) => row.issueDate, filter: { operators: ["is", "before", "after", "between", "last"] } },
      { id: "dueDate", header: t("dueDate"), kind: "date", width: 110, sort: "dueDate", value: (row) => row.dueDate, filter: { operators: ["is", "before", "after", "between", "last", "next"] } },
      { id: "total", header: t("total"), kind: "money", width: 140, sort: "total", value: (row) => row.total, total: (sum) => sum.total, filter: { operators: ["between", "atLeast", "atMost", "is"] } },
      { id: "paid", header: t("paid"), kind: "money", width: 130, sort: "paid", value: (row) => row.paid, total: (sum) => sum.paid },
      { id: "outstanding", header: t("outstanding"), kind: "money", width: 140, sort: "outstanding", value: (row) => row.outstanding, total: (sum) => sum.outstanding },
      { id: "currency", header: t("currency"), kind: "choice", width: 90, sort: "currency", hidden: true, card: "none", value: (row) => row.currency, text: (row) => row.currency, render: (row) => row.currency, filter: { operators: ["is"], single: true, options: currencies } },
      { id: "purchaseOrder", header: t("purchaseOrder"), kind: "text", width: 140, hidden: true, card: "none", value: (row) => row.purchaseOrder },
    ];
  }, [t, currencies, all]);
}
