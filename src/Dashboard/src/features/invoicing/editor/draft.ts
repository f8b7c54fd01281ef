import type { Discount, Invoice, InvoiceInput, InvoiceLineInput, InvoicingSettings, TaxRate } from "@/api/types";
import type { Day } from "@/lib/dates";
import { readDecimal, showDecimal } from "@/lib/decimal";
import { readTaxes } from "../parts/taxes";

type Line = Invoice["lines"][number];

/** The days that something is for, as they are chosen: both, or neither. */
export interface PeriodDraft {
  from: Day | null;
  through: Day | null;
}

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
  /** Other taxes than a category has, as typed: "VAT 19; City tax 2.5"; null where there are none. */
  ownTaxes: string | null;
  kind: Line["kind"];
  period: PeriodDraft;
  charges: readonly string[];
}

/** An invoice as it is typed. */
export interface InvoiceDraft {
  clientId: string | null;
  /** Null: the client's. */
  currency: string | null;
  period: PeriodDraft;
  rules: Invoice["taxRules"];
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

const noPeriod: PeriodDraft = { from: null, through: null };

export const emptyLine = (key: number, taxes: readonly TaxRate[]): LineDraft => ({ key, description: "", group: "", quantity: "1", price: "", discount: "", taxes, ownTaxes: null, kind: "item", period: noPeriod, charges: [] });

/** A new one: tax is computed as the settings have it, unless somebody says otherwise. */
export const emptyDraft = (clientId: string | null, { taxCategories, taxRounding, pricesIncludeTax, taxBeforeDiscount }: Pick<InvoicingSettings, "taxCategories" | "taxRounding" | "pricesIncludeTax" | "taxBeforeDiscount">): InvoiceDraft => ({
  clientId, currency: null, period: noPeriod, rules: { rounding: taxRounding, pricesIncludeTax, beforeDiscount: taxBeforeDiscount }, issueDate: null, days: "", discount: "",
  purchaseOrder: "", shipTo: "", notes: "", terms: "", lines: [emptyLine(1, taxCategories[0]?.taxes ?? [])], charges: [],
});

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
  clientId: invoice.client.id, currency: invoice.currency, period: invoice.period ?? noPeriod, rules: invoice.taxRules, issueDate: invoice.issueDate ?? null, days: typeof invoice.termsDays === "number" ? String(invoice.termsDays) : "", discount: discountText(invoice.discountTerms, locale),
  purchaseOrder: invoice.purchaseOrder ?? "", shipTo: invoice.shipTo ?? "", notes: invoice.notes ?? "", terms: invoice.terms ?? "", charges: [],
  lines: invoice.lines.map((line, at) => ({
    key: at + 1, description: line.description, group: line.group ?? "", quantity: showDecimal(line.quantity, locale, 0), price: showDecimal(line.unitPrice, locale, 2), discount: discountText(line.discount, locale),
    taxes: line.taxes, ownTaxes: null, kind: line.kind, period: line.period ?? noPeriod, charges: line.charges,
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

/** A period as chosen; null for none, undefined where a day is missing or the days end before they begin. */
export const readPeriod = ({ from, through }: PeriodDraft): { from: Day; through: Day } | null | undefined => (from === null && through === null ? null : from !== null && through !== null && from <= through ? { from, through } : undefined);

/** A line that nobody has begun counts as none. */
const begun = (line: LineDraft) => line.description.trim() !== "" || line.price.trim() !== "" || line.charges.length > 0;

export interface ReadInvoice {
  /** What can be read of it; null without a client. Never computed here: the server says what it comes to. */
  body: InvoiceInput | null;
  /** The lines in the body, by their keys. */
  sent: number[];
  /** Fields that cannot be read: "days", "discount", "period", or a line's as "3.price". */
  faults: ReadonlySet<string>;
}

/** Reads what was typed. `currency`: of discounts that are amounts. */
export function readInvoice(draft: InvoiceDraft, currency: string, locale: string): ReadInvoice {
  const faults = new Set<string>();
  const lines: InvoiceLineInput[] = [];
  const sent: number[] = [];
  for (const line of draft.lines.filter(begun)) {
    const quantity = readDecimal(line.quantity, locale);
    const unitPrice = readDecimal(line.price, locale);
    const discount = readDiscount(line.discount, currency, locale);
    const taxes = line.ownTaxes === null ? [...line.taxes] : readTaxes(line.ownTaxes, locale);
    const period = readPeriod(line.period);
    if (quantity === null) faults.add(`${line.key}.quantity`);
    if (unitPrice === null) faults.add(`${line.key}.price`);
    if (discount === undefined) faults.add(`${line.key}.discount`);
    if (taxes === null) faults.add(`${line.key}.taxes`);
    if (period === undefined) faults.add(`${line.key}.period`);
    if (quantity === null || unitPrice === null) continue;
    sent.push(line.key);
    lines.push({
      description: line.description.trim(), quantity, unitPrice, taxes: taxes ?? [], kind: line.kind, charges: [...line.charges],
      ...(line.group.trim() ? { group: line.group.trim() } : {}), ...(discount ? { discount } : {}), ...(period ? { period } : {}),
    });
  }
  const days = draft.days.trim();
  if (!/^\d{0,4}$/.test(days)) faults.add("days");
  const discount = readDiscount(draft.discount, currency, locale);
  if (discount === undefined) faults.add("discount");
  const period = readPeriod(draft.period);
  if (period === undefined) faults.add("period");
  if (!draft.clientId) return { body: null, sent, faults };
  const words = Object.fromEntries((["notes", "terms", "purchaseOrder", "shipTo"] as const).flatMap((name) => (draft[name].trim() ? [[name, draft[name].trim()]] : [])));
  const body: InvoiceInput = {
    clientId: draft.clientId, lines, ...words, taxRounding: draft.rules.rounding, pricesIncludeTax: draft.rules.pricesIncludeTax, taxBeforeDiscount: draft.rules.beforeDiscount,
    ...(draft.currency ? { currency: draft.currency } : {}), ...(period ? { period } : {}),
    ...(draft.charges.length > 0 ? { charges: [...draft.charges] } : {}), ...(draft.issueDate ? { issueDate: draft.issueDate } : {}),
    ...(days !== "" && !faults.has("days") ? { termsDays: Number(days) } : {}), ...(discount ? { discount } : {}),
  };
  return { body, sent, faults };
}
