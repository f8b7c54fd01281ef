import type { InvoicingSettings, InvoicingSettingsInput } from "@/api/types";
import { readTaxes, writeTaxes } from "../parts/taxes";

/** A tax category as it is typed: "VAT 19; City 2,5". */
export interface CategoryDraft {
  key: number;
  name: string;
  taxes: string;
}

export interface Draft {
  taxRounding: InvoicingSettings["taxRounding"];
  pricesIncludeTax: boolean;
  taxBeforeDiscount: boolean;
  allowsZeroTotals: boolean;
  categories: readonly CategoryDraft[];
  sellerTaxId: string;
  look: InvoicingSettings["look"];
  paper: InvoicingSettings["paper"];
  language: string;
  terms: string;
  holder: string;
  iban: string;
  bic: string;
  bank: string;
  paymentPage: string;
  linksOnPaper: boolean;
  footer: string;
}

export const draftOf = (settings: InvoicingSettings, locale: string): Draft => ({
  taxRounding: settings.taxRounding, pricesIncludeTax: settings.pricesIncludeTax, taxBeforeDiscount: settings.taxBeforeDiscount, allowsZeroTotals: settings.allowsZeroTotals,
  categories: settings.taxCategories.map(({ name, taxes }, at) => ({ key: at + 1, name, taxes: writeTaxes(taxes, locale) })),
  sellerTaxId: settings.sellerTaxId ?? "", look: settings.look, paper: settings.paper, language: settings.language, terms: String(settings.termsDays),
  holder: settings.bank.holder ?? "", iban: settings.bank.iban ?? "", bic: settings.bank.bic ?? "", bank: settings.bank.bank ?? "", paymentPage: settings.paymentPage, linksOnPaper: settings.linksOnPaper, footer: settings.footer,
});

/** What a save sends: only what became different; or the fields that cannot be read. */
export function changesOf(settings: InvoicingSettings, draft: Draft, locale: string): { changes: InvoicingSettingsInput; faults: ReadonlySet<string> } {
  const before = draftOf(settings, locale);
  const faults = new Set<string>();
  const changes: InvoicingSettingsInput = {};
  const differs = (...fields: (keyof Draft)[]) => fields.some((field) => JSON.stringify(draft[field]) !== JSON.stringify(before[field]));
  if (differs("taxRounding")) changes.taxRounding = draft.taxRounding;
  if (differs("pricesIncludeTax")) changes.pricesIncludeTax = draft.pricesIncludeTax;
  if (differs("taxBeforeDiscount")) changes.taxBeforeDiscount = draft.taxBeforeDiscount;
  if (differs("allowsZeroTotals")) changes.allowsZeroTotals = draft.allowsZeroTotals;
  if (differs("look")) changes.look = draft.look;
  if (differs("paper")) changes.paper = draft.paper;
  if (differs("language")) changes.language = draft.language;
  if (differs("paymentPage")) changes.paymentPage = draft.paymentPage.trim();
  if (differs("linksOnPaper")) changes.linksOnPaper = draft.linksOnPaper;
  if (differs("footer")) changes.footer = draft.footer;
  if (differs("sellerTaxId")) changes.sellerTaxId = draft.sellerTaxId.trim() || null;
  if (differs("holder", "iban", "bic", "bank")) changes.bank = { holder: draft.holder, iban: draft.iban, bic: draft.bic, bank: draft.bank };
  const terms = draft.terms.trim();
  if (!/^\d{1,3}$/.test(terms) || Number(terms) > 365) faults.add("terms");
  else if (differs("terms")) changes.termsDays = Number(terms);
  const read = draft.categories.map((one) => ({ key: one.key, name: one.name.trim(), taxes: readTaxes(one.taxes, locale) }));
  for (const one of read) {
    if (one.name === "") faults.add(`${one.key}.name`);
    if (one.taxes === null) faults.add(`${one.key}.taxes`);
  }
  if (differs("categories")) changes.taxCategories = read.map(({ name, taxes }) => ({ name, taxes: taxes ?? [] }));
  return { changes, faults };
}
