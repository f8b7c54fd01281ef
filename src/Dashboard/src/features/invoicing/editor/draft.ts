import type { Discount, Invoice, InvoiceInput, InvoiceLineInput, TaxRate } from "@/api/types";
import type { Day } from "@/lib/dates";
import { readDecimal, showDecimal } from "@/lib/decimal";

type Line = Invoice["lines"][number];

/** One line as it is typed. */
export interface LineDraft {
  /** Stays with the line while others come and go. */
  key: number;
  description: string;
  group: string;
  quantity: string;
  price: string;
  /** "10 %" or an amount. */
  discount: string;
  taxes: readonly TaxRate[];
  kind: Line["kind"];
  period: Line["period"];
  charges: readonly string[];
}

/** An invoice as it is typed. */
export interface InvoiceDraft {
  clientId: string | null;
  issueDate: Day | null;
  /** Days; empty: the client's. */
  days: string;
  discount: string;
  purchaseOrder: string;
  shipTo: string;
  notes: string;
  terms: string;
  lines: readonly LineDraft[];
  /** Open charges that become further lines. */
  charges: readonly string[];
}

export const emptyLine = (key: number, taxes: readonly TaxRate[]): LineDraft => ({ key, description: "", group: "", quantity: "1", price: "", discount: "", taxes, kind: "item", period: null, charges: [] });

export const emptyDraft = (clientId: string | null, taxes: readonly TaxRate[]): InvoiceDraft => ({ clientId, issueDate: null, days: "", discount: "", purchaseOrder: "", shipTo: "", notes: "", terms: "", lines: [emptyLine(1, taxes)], charges: [] });

const discountText = (discount: Discount | null, locale: string): string => (discount?.percent ? `${showDecimal(discount.percent, locale, 0)} %` : discount?.amount ? showDecimal(discount.amount.amount, locale, 2) : "");

/** What the editor writes on: an invoice, or something that has lines, taxes and words like one. */
export type Written = Pick<Invoice, "id" | "version" | "currency" | "lines" | "discountTerms" | "taxRules" | "purchaseOrder" | "shipTo" | "notes" | "terms" | "total"> & {
  client: { id: string };
  period?: Invoice["period"];
  issueDate?: Invoice["issueDate"];
  termsDays?: number | null;
};

/** A saved draft, to be written on. */
export const draftOf = (invoice: Written, locale: string): InvoiceDraft => ({
  clientId: invoice.client.id, issueDate: invoice.issueDate ?? null, days: typeof invoice.termsDays === "number" ? String(invoice.termsDays) : "", discount: discountText(invoice.discountTerms, locale),
  purchaseOrder: invoice.purchaseOrder ?? "", shipTo: invoice.shipTo ?? "", notes: invoice.notes ?? "", terms: invoice.terms ?? "", charges: [],
  lines: invoice.lines.map((line, at) => ({
    key: at + 1, description: line.description, group: line.group ?? "", quantity: showDecimal(line.quantity, locale, 0), price: showDecimal(line.unitPrice, locale, 2), discount: discountText(line.discount, locale),
    taxes: line.taxes, kind: line.kind, period: line.period, charges: line.charges,
  })),
});

/** A discount as typed: a share where it ends in "%", else an amount; null for none, undefined where it cannot be read. */
export function readDiscount(text: string, currency: string, locale: string): Discount | null | undefined {
  const typed = text.trim();
  if (typed === "") return null;
  const percent = typed.endsWith("%");
  const number = readDecimal(percent ? typed.slice(0, -1) : typed, locale);
  return number === null ? undefined : percent ? { percent: number } : { amount: { amount: number, currency } };
}

/** A line that nobody has begun counts as none. */
const begun = (line: LineDraft) => line.description.trim() !== "" || line.price.trim() !== "" || line.charges.length > 0;

export interface ReadInvoice {
  /** What can be read of it; null without a client. Never computed here: the server says what it comes to. */
  body: InvoiceInput | null;
  /** The lines in the body, by their keys. */
  sent: number[];
  /** Fields that cannot be read: "days", "discount", or a line's as "3.price". */
  faults: ReadonlySet<string>;
}

/** Reads what was typed. `was`: the saved draft, whose rules, period and currency stay. */
export function readInvoice(draft: InvoiceDraft, was: Written | null, currency: string, locale: string): ReadInvoice {
  const faults = new Set<string>();
  const lines: InvoiceLineInput[] = [];
  const sent: number[] = [];
  for (const line of draft.lines.filter(begun)) {
    const quantity = readDecimal(line.quantity, locale);
    const unitPrice = readDecimal(line.price, locale);
    const discount = readDiscount(line.discount, currency, locale);
    if (quantity === null) faults.add(`${line.key}.quantity`);
    if (unitPrice === null) faults.add(`${line.key}.price`);
    if (discount === undefined) faults.add(`${line.key}.discount`);
    if (quantity === null || unitPrice === null) continue;
    sent.push(line.key);
    lines.push({
      description: line.description.trim(), quantity, unitPrice, taxes: [...line.taxes], kind: line.kind, charges: [...line.charges],
      ...(line.group.trim() ? { group: line.group.trim() } : {}), ...(discount ? { discount } : {}), ...(line.period ? { period: line.period } : {}),
    });
  }
  const days = draft.days.trim();
  if (!/^\d{0,4}$/.test(days)) faults.add("days");
  const discount = readDiscount(draft.discount, currency, locale);
  if (discount === undefined) faults.add("discount");
  if (!draft.clientId) return { body: null, sent, faults };
  const words = Object.fromEntries((["notes", "terms", "purchaseOrder", "shipTo"] as const).flatMap((name) => (draft[name].trim() ? [[name, draft[name].trim()]] : [])));
  const kept = was === null ? {} : { currency: was.currency, taxRounding: was.taxRules.rounding, pricesIncludeTax: was.taxRules.pricesIncludeTax, taxBeforeDiscount: was.taxRules.beforeDiscount, ...(was.period ? { period: was.period } : {}) };
  const body: InvoiceInput = {
    clientId: draft.clientId, lines, ...words, ...(draft.clientId === was?.client.id || was === null ? kept : { ...kept, currency: null }),
    ...(draft.charges.length > 0 ? { charges: [...draft.charges] } : {}), ...(draft.issueDate ? { issueDate: draft.issueDate } : {}),
    ...(days !== "" && !faults.has("days") ? { termsDays: Number(days) } : {}), ...(discount ? { discount } : {}),
  };
  return { body, sent, faults };
}
