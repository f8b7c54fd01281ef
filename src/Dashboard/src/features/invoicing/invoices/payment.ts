import type { Invoice, Money } from "@/api/types";
import type { Day } from "@/lib/dates";
import { readDecimal, showDecimal, minorUnits } from "@/lib/decimal";

/** What stands in the form of a payment, as typed. */
export interface PaymentDraft {
  amount: string;
  on: Day | null;
  method: "bankTransfer" | "card" | "cash" | "cheque" | "other";
  reference: string;
  fee: string;
  note: string;
}

/** A payment of all that is outstanding, today: three taps do. Its reference counts on from the payments there are. */
export const paymentOf = (invoice: Invoice, today: Day, locale: string): PaymentDraft => ({
  amount: showDecimal(invoice.outstanding.amount, locale, minorUnits(invoice.currency)),
  on: today,
  method: "bankTransfer",
  reference: `${invoice.number ?? ""}-${invoice.payments.length + 1}`,
  fee: "",
  note: "",
});

export type PaymentFault = "amount" | "on" | "reference" | "fee";

/** What the server is sent, or the fields that cannot be read. */
export function readPayment(draft: PaymentDraft, currency: string, locale: string): { body: { reference: string; amount: Money; receivedOn: Day; method: PaymentDraft["method"]; fee?: Money; note?: string } } | { faults: PaymentFault[] } {
  const amount = readDecimal(draft.amount, locale);
  const fee = draft.fee.trim() === "" ? undefined : readDecimal(draft.fee, locale);
  const reference = draft.reference.trim();
  const faults: PaymentFault[] = [...(amount === null ? ["amount" as const] : []), ...(draft.on === null ? ["on" as const] : []), ...(reference === "" ? ["reference" as const] : []), ...(fee === null ? ["fee" as const] : [])];
  if (amount === null || draft.on === null || fee === null || faults.length > 0) return { faults };
  return { body: { reference, amount: { amount, currency }, receivedOn: draft.on, method: draft.method, ...(fee === undefined ? {} : { fee: { amount: fee, currency } }), ...(draft.note.trim() ? { note: draft.note.trim() } : {}) } };
}
