import { describe, expect, it } from "vitest";
import type { Invoice } from "@/api/types";
import { draftOf, emptyDraft, emptyLine, readDiscount, readInvoice } from "./draft";

const vat = [{ name: "VAT", rate: "19" }];
const eur = (amount: string) => ({ amount, currency: "EUR" });
const settings = { taxCategories: [{ name: "standard", taxes: vat }], taxRounding: "perDocument" as const, pricesIncludeTax: false, taxBeforeDiscount: false };
const asSet = { taxRounding: "perDocument", pricesIncludeTax: false, taxBeforeDiscount: false };
const typed = (part: object) => ({ ...emptyLine(1, vat), ...part });

describe("What is typed into an invoice", () => {
  it("is sent exactly, in the server's figures", () => {
    const draft = { ...emptyDraft("c1", settings), days: "14", discount: "10 %", notes: " Thank you ", lines: [typed({ description: " Support ", group: "Support", quantity: "1,5", price: "1.080,255", discount: "5" })] };
    expect(readInvoice(draft, "EUR", "de-DE")).toEqual({
      body: { clientId: "c1", ...asSet, notes: "Thank you", termsDays: 14, discount: { percent: "10" }, lines: [{ description: "Support", group: "Support", quantity: "1.5", unitPrice: "1080.255", discount: { amount: eur("5") }, taxes: vat, kind: "item", charges: [] }] },
      sent: [1],
      faults: new Set(),
    });
  });

  it("leaves out lines that nobody has begun, and those that cannot be read yet", () => {
    const draft = { ...emptyDraft("c1", settings), lines: [typed({ key: 1 }), typed({ key: 2, description: "Hosting", price: "soon" }), typed({ key: 3, price: "5" })] };
    const { body, sent, faults } = readInvoice(draft, "EUR", "en-US");
    expect(body?.lines?.map(({ unitPrice }) => unitPrice)).toEqual(["5"]);
    expect([sent, [...faults]]).toEqual([[3], ["2.price"]]);
  });

  it("names what cannot be read, and asks nothing without a client", () => {
    const { body, faults } = readInvoice({ ...emptyDraft(null, settings), days: "soon", discount: "much" }, "EUR", "en-US");
    expect([body, [...faults]]).toEqual([null, ["days", "discount"]]);
  });

  it("has a discount as a share, as an amount, or none", () => {
    expect(readDiscount("7,5%", "EUR", "de-DE")).toEqual({ percent: "7.5" });
    expect(readDiscount("1,234.50", "EUR", "en-US")).toEqual({ amount: eur("1234.50") });
    expect([readDiscount(" ", "EUR", "en-US"), readDiscount("half", "EUR", "en-US")]).toEqual([null, undefined]);
  });
});

describe("A saved draft", () => {
  const period = { from: "2025-10-01", through: "2025-10-31" };
  const invoice = {
    client: { id: "c1" }, issueDate: null, termsDays: 30, discountTerms: { percent: "2.5", amount: null }, purchaseOrder: "PO 7", shipTo: null, notes: null, terms: null, currency: "EUR", period,
    taxRules: { rounding: "perLine", pricesIncludeTax: true, beforeDiscount: false },
    lines: [{ description: "Plan", quantity: "2", unitPrice: "1000.125", discount: null, taxes: vat, period, group: null, kind: "item", charges: ["ch1"] }],
  } as unknown as Invoice;

  it("comes back as it was when nothing is typed", () => {
    const { body } = readInvoice(draftOf(invoice, "de-DE"), "EUR", "de-DE");
    expect(body).toEqual({
      clientId: "c1", purchaseOrder: "PO 7", currency: "EUR", taxRounding: "perLine", pricesIncludeTax: true, taxBeforeDiscount: false, period, termsDays: 30, discount: { percent: "2.5" },
      lines: [{ description: "Plan", quantity: "2", unitPrice: "1000.125", taxes: vat, kind: "item", charges: ["ch1"], period }],
    });
  });

  it("keeps other taxes, days and rules that are typed, and says what of them cannot be read", () => {
    const draft = { ...draftOf(invoice, "de-DE"), currency: "USD", period: { from: null, through: null }, rules: { rounding: "perDocument" as const, pricesIncludeTax: false, beforeDiscount: true } };
    const line = { ...draft.lines[0]!, ownTaxes: "GST 5; PST 9,975", period: { from: "2025-11-01", through: "2025-11-15" } };
    expect(readInvoice({ ...draft, lines: [line] }, "USD", "de-DE").body).toEqual({
      clientId: "c1", purchaseOrder: "PO 7", currency: "USD", taxRounding: "perDocument", pricesIncludeTax: false, taxBeforeDiscount: true, termsDays: 30, discount: { percent: "2.5" },
      lines: [{ description: "Plan", quantity: "2", unitPrice: "1000.125", taxes: [{ name: "GST", rate: "5" }, { name: "PST", rate: "9.975" }], kind: "item", charges: ["ch1"], period: { from: "2025-11-01", through: "2025-11-15" } }],
    });
    const { faults } = readInvoice({ ...draft, period: { from: "2025-11-02", through: "2025-11-01" }, lines: [{ ...line, ownTaxes: "nineteen", period: { from: "2025-11-01", through: null } }] }, "USD", "de-DE");
    expect([...faults]).toEqual(["1.taxes", "1.period", "period"]);
  });
});
