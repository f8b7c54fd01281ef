import { useMemo } from "react";
import type { PaymentRow, PaymentSums } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { Pill } from "@/ui";
import type { Column } from "@/ui/table";
import { messages as invoiceMessages } from "../invoices/messages";
import { messages } from "./messages";
import { methods } from "./payment";

/** What became of a payment, where it is not simply there. */
export function PaymentPill({ payment }: { payment: Pick<PaymentRow, "undone" | "refunded"> }) {
  const t = useText(messages);
  return payment.undone ? <Pill tone="bad">{t("undone")}</Pill> : isZero(payment.refunded.amount) ? <Pill tone="good">{t("received")}</Pill> : <Pill tone="warn">{t("refunded")}</Pill>;
}

/** The columns of the payments. */
export function useColumns(): readonly Column<PaymentRow, PaymentSums>[] {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const currencies = useCurrencies();
  return useMemo((): readonly Column<PaymentRow, PaymentSums>[] => {
    const options = methods.map((value) => ({ value, label: words(`method_${value}`) }));
    const quiet = (money: PaymentRow["amount"]) => (isZero(money.amount) ? null : money);
    return [
      { id: "client", header: words("client"), kind: "text", width: 190, pinned: true, sort: "client", card: "title", value: (row) => row.clientName },
      { id: "receivedOn", header: words("receivedOn"), kind: "date", width: 110, sort: "receivedOn", card: "under", value: (row) => row.receivedOn, filter: { operators: ["is", "before", "after", "between", "last"] } },
      { id: "reference", header: words("reference"), kind: "text", width: 150, sort: "reference", value: (row) => row.reference },
      { id: "method", header: words("method"), kind: "choice", width: 120, value: (row) => row.method, text: (row) => words(`method_${row.method}`), filter: { operators: ["is"], single: true, options } },
      { id: "state", header: words("state"), kind: "text", width: 110, card: "side", value: (row) => t(row.undone ? "undone" : isZero(row.refunded.amount) ? "received" : "refunded"), render: (row) => <PaymentPill payment={row} /> },
      { id: "amount", header: words("amount"), kind: "money", width: 120, sort: "amount", value: (row) => row.amount, total: (sum) => sum.amount, filter: { operators: ["between", "atLeast", "atMost", "is"] } },
      { id: "allocated", header: t("allocated"), kind: "money", width: 120, value: (row) => row.allocated, total: (sum) => sum.allocated },
      { id: "credited", header: t("toCredit"), kind: "money", width: 120, value: (row) => quiet(row.credited), total: (sum) => sum.credited },
      { id: "refunded", header: t("refunded"), kind: "money", width: 130, hidden: true, card: "none", value: (row) => quiet(row.refunded), total: (sum) => sum.refunded },
      { id: "fee", header: words("fee"), kind: "money", width: 110, hidden: true, card: "none", value: (row) => row.fee, total: (sum) => sum.fee },
      { id: "currency", header: words("currency"), kind: "choice", width: 90, sort: "currency", hidden: true, card: "none", value: (row) => row.amount.currency, text: (row) => row.amount.currency, render: (row) => row.amount.currency, filter: { operators: ["is"], single: true, options: currencies } },
      { id: "note", header: words("note"), kind: "text", width: 200, hidden: true, card: "none", value: (row) => row.note },
    ];
  }, [t, words, currencies]);
}
