import type { CreditNoteInput, Invoice, InvoiceLineInput, TaxRate } from "@/api/types";
import { isNegative, isZero, readDecimal, showDecimal } from "@/lib/decimal";

export const scopes = ["whole", "lines", "amount"] as const;
export type Scope = (typeof scopes)[number];

/** A credit note as it is typed. */
export interface CreditNoteDraft {
  scope: Scope;
  /** Of each line of the invoice, by its place: how much of it is credited; empty for nothing. */
  quantities: readonly string[];
  amount: string;
  description: string;
  taxes: readonly TaxRate[];
  reason: string;
}

/** The taxes of an invoice, each set of them once: what an amount may bear. */
export const taxesOf = (invoice: Pick<Invoice, "lines">): (readonly TaxRate[])[] => [...new Map(invoice.lines.map((line) => [JSON.stringify(line.taxes), line.taxes])).values()];

/** All of it, as long as none of it was credited before; then line by line. */
export const draftFor = (invoice: Invoice, locale: string): CreditNoteDraft => ({
  scope: isZero(invoice.credited.amount) && invoice.creditNotes.length === 0 ? "whole" : "lines",
  quantities: invoice.lines.map((line) => (invoice.creditNotes.length === 0 ? showDecimal(line.quantity, locale, 0) : "")),
  amount: "",
  description: "",
  taxes: taxesOf(invoice)[0] ?? [],
  reason: "",
});

export type CreditNoteFault = "amount" | "description" | "reason" | `quantity.${number}`;

export interface ReadCreditNote {
  /** As far as it can be read; null where there is nothing to look at yet. */
  body: CreditNoteInput | null;
  faults: ReadonlySet<CreditNoteFault>;
}

/** Reads what was typed. A line is credited as it was billed: at its price, with its discount in percent and its taxes. */
export function readCreditNote(draft: CreditNoteDraft, invoice: Invoice, locale: string): ReadCreditNote {
  const faults = new Set<CreditNoteFault>();
  const reason = draft.reason.trim();
  if (reason === "") faults.add("reason");
  if (draft.scope === "whole") return { body: { reason }, faults };
  if (draft.scope === "amount") {
    const unitPrice = readDecimal(draft.amount, locale);
    if (unitPrice === null || isNegative(unitPrice)) faults.add("amount");
    if (draft.description.trim() === "") faults.add("description");
    return { body: unitPrice === null ? null : { reason, lines: [{ description: draft.description.trim() || "–", unitPrice, taxes: [...draft.taxes] }] }, faults };
  }
  const lines: InvoiceLineInput[] = [];
  for (const [at, line] of invoice.lines.entries()) {
    const text = (draft.quantities[at] ?? "").trim();
    if (text === "") continue;
    const quantity = readDecimal(text, locale);
    if (quantity === null) faults.add(`quantity.${at}`);
    else if (!isZero(quantity)) lines.push(lineOf(line, quantity));
  }
  return { body: lines.length === 0 ? null : { reason, lines }, faults };
}

const lineOf = (line: Invoice["lines"][number], quantity: string): InvoiceLineInput => ({
  description: line.description, quantity, unitPrice: line.unitPrice, taxes: [...line.taxes], kind: line.kind,
  ...(line.discount && (line.discount.percent || quantity === line.quantity) ? { discount: line.discount } : {}), ...(line.period ? { period: line.period } : {}), ...(line.group ? { group: line.group } : {}),
});
