import type { Money, PaymentInput, PaymentPreview } from "@/api/types";
import type { Day } from "@/lib/dates";
import { isNegative, isZero, minorUnits, readDecimal, showDecimal } from "@/lib/decimal";

export const methods = ["bankTransfer", "card", "cash", "cheque", "other"] as const;

/** What stands in the form of a client's payment, as typed. */
export interface ClientPayment {
  clientId: string | null;
  currency: string;
  amount: string;
  on: Day | null;
  method: (typeof methods)[number];
  reference: string;
  fee: string;
  note: string;
  /** By hand: what each invoice gets, as typed, by its id. Null: the longest due first. */
  byHand: Readonly<Record<string, string>> | null;
}

export const emptyPayment = (clientId: string | null, currency: string, today: Day): ClientPayment => ({ clientId, currency, amount: "", on: today, method: "bankTransfer", reference: "", fee: "", note: "", byHand: null });

/** What the server is asked to try: nothing yet where no amount can be read. */
export interface Trial {
  clientId: string;
  amount: Money;
  allocations: { invoiceId: string; amount: Money }[] | null;
}

/** What is typed by hand, as far as it can be read; empty and zero give nothing. Faulty: the invoices whose amount cannot be read. */
export function readByHand(byHand: Readonly<Record<string, string>>, currency: string, locale: string): { allocations: { invoiceId: string; amount: Money }[]; faulty: string[] } {
  const typed = Object.entries(byHand).filter(([, text]) => text.trim() !== "");
  const read = typed.map(([invoiceId, text]) => ({ invoiceId, amount: readDecimal(text, locale) }));
  return {
    allocations: read.flatMap(({ invoiceId, amount }) => (amount === null || isNegative(amount) || isZero(amount) ? [] : [{ invoiceId, amount: { amount, currency } }])),
    faulty: read.filter(({ amount }) => amount === null || isNegative(amount)).map(({ invoiceId }) => invoiceId),
  };
}

export function trialOf(draft: ClientPayment, locale: string): Trial | null {
  if (!draft.clientId) return null;
  const amount = readDecimal(draft.amount, locale);
  return { clientId: draft.clientId, amount: { amount: amount ?? "0", currency: draft.currency }, allocations: draft.byHand ? readByHand(draft.byHand, draft.currency, locale).allocations : null };
}

/** Begins to spread by hand with what the server would do by itself. */
export const byHandOf = (preview: PaymentPreview | undefined, locale: string): Record<string, string> =>
  Object.fromEntries((preview?.invoices ?? []).map((one) => [one.invoiceId, isZero(one.allocated.amount) ? "" : showDecimal(one.allocated.amount, locale, minorUnits(one.allocated.currency))]));

export type ClientPaymentFault = "client" | "amount" | "on" | "reference" | "fee" | "byHand";

/** What the server is sent, or the fields that cannot be read. What was shown is what is recorded: the invoices are named one by one. */
export function readClientPayment(draft: ClientPayment, shown: PaymentPreview | undefined, locale: string): { body: PaymentInput } | { faults: ClientPaymentFault[] } {
  const amount = readDecimal(draft.amount, locale);
  const fee = draft.fee.trim() === "" ? undefined : readDecimal(draft.fee, locale);
  const reference = draft.reference.trim();
  const hand = draft.byHand && readByHand(draft.byHand, draft.currency, locale);
  const wrong: Record<ClientPaymentFault, boolean> = { client: draft.clientId === null, amount: amount === null, on: draft.on === null, reference: reference === "", fee: fee === null, byHand: (hand?.faulty.length ?? 0) > 0 };
  const faults = (Object.keys(wrong) as ClientPaymentFault[]).filter((field) => wrong[field]);
  if (faults.length > 0 || draft.clientId === null || amount === null || draft.on === null || fee === null) return { faults };
  const allocations = hand ? hand.allocations : (shown?.invoices ?? []).filter((one) => !isZero(one.allocated.amount)).map((one) => ({ invoiceId: one.invoiceId, amount: one.allocated }));
  const note = draft.note.trim();
  return { body: { clientId: draft.clientId, reference, amount: { amount, currency: draft.currency }, receivedOn: draft.on, method: draft.method, allocations, ...(fee === undefined ? {} : { fee: { amount: fee, currency: draft.currency } }), ...(note ? { note } : {}) } };
}
