import { describe, expect, it } from "vitest";
import type { InvoicingSettings } from "@/api/types";
import { readTaxes } from "../parts/taxes";
import { changesOf, draftOf } from "./draft";

const settings: InvoicingSettings = {
  taxRounding: "perDocument", pricesIncludeTax: false, taxBeforeDiscount: false, taxCategories: [{ name: "standard", taxes: [{ name: "VAT", rate: "19" }] }], sellerTaxId: "DE1", look: "classic", paper: "a4",
  language: "en", termsDays: 30, bank: { holder: "House", iban: null, bic: null, bank: null }, paymentPage: "", linksOnPaper: true, footer: "", allowsZeroTotals: false, languages: ["en", "de"], currency: "EUR", version: 2,
};
const draft = draftOf(settings, "de-DE");

describe("The settings of Invoicing", () => {
  it("send nothing where nothing was typed", () => expect(changesOf(settings, draft, "de-DE")).toEqual({ changes: {}, faults: new Set() }));

  it("send only what became different, bank details as a whole", () =>
    expect(changesOf(settings, { ...draft, look: "modern", terms: "14", sellerTaxId: " ", iban: "DE02" }, "de-DE").changes).toEqual({ look: "modern", termsDays: 14, sellerTaxId: null, bank: { holder: "House", iban: "DE02", bic: "", bank: "" } }));

  it("read taxes as people write them, several on one category", () => {
    expect(readTaxes("VAT 19; City tax 2,5 %", "de-DE")).toEqual([{ name: "VAT", rate: "19" }, { name: "City tax", rate: "2.5" }]);
    expect([readTaxes(" ", "en-US"), readTaxes("nineteen", "en-US")]).toEqual([[], null]);
  });

  it("send all categories when one differs, and name those that cannot be read", () => {
    const categories = [...draft.categories, { key: 2, name: " ", taxes: "much" }];
    const { changes, faults } = changesOf(settings, { ...draft, categories, terms: "soon" }, "de-DE");
    expect(changes.taxCategories?.length).toBe(2);
    expect([...faults]).toEqual(["terms", "2.name", "2.taxes"]);
  });
});
