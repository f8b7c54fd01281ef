import { describe, expect, it } from "vitest";
import type { HistoryEntry, Invoice } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import { textNow } from "@/i18n/messages";
import { messages as invoiceMessages } from "../invoices/messages";
import { draftFor, readCreditNote, taxesOf } from "./draft";
import { creditNoteFilter } from "./filter";
import { creditNoteWords } from "./history";
import { messages } from "./messages";
import { readCreditNotesSearch } from "./search";

const euros = (amount: string) => ({ amount, currency: "EUR" });
const vat = { name: "VAT", rate: "19" };
const line = (description: string, quantity: string, more: object = {}) => ({ description, quantity, unitPrice: "50", amount: euros("100.00"), taxes: [vat], kind: "item", discount: null, period: null, group: null, charges: ["x"], ...more });
const invoice = (more: object = {}) => ({ credited: euros("0.00"), creditNotes: [], lines: [line("Visits", "2"), line("Travel", "1.5", { taxes: [], group: "Extras", discount: { percent: "10" } }), line("Desk", "1", { discount: { amount: euros("5") } })], ...more }) as unknown as Invoice;

describe("The credit notes' address", () => {
  it("keeps what it understands", () => expect(readCreditNotesSearch({ of: "c1", q: "CN", nonsense: 1 })).toEqual({ of: "c1", q: "CN" }));
  it("becomes the server's filter", () =>
    expect(creditNoteFilter("c1", { search: " dam ", conditions: [{ column: "currency", op: "is", values: ["EUR"] }, { column: "issueDate", op: "last", values: ["7"] }] }, "-total", "2025-11-19")).toEqual({ clientId: "c1", search: "dam", sort: "-total", currency: "EUR", from: "2025-11-13", to: "2025-11-19" }));
});

describe("A credit note", () => {
  it("begins with the whole invoice, and line by line once a part of it was credited", () => {
    expect(draftFor(invoice(), "de-DE")).toMatchObject({ scope: "whole", quantities: ["2", "1,5", "1"], taxes: [vat] });
    expect(draftFor(invoice({ creditNotes: [{}], credited: euros("1") }), "de-DE")).toMatchObject({ scope: "lines", quantities: ["", "", ""] });
  });

  it("of the whole says only why", () => expect(readCreditNote({ ...draftFor(invoice(), "en-US"), reason: " Returned " }, invoice(), "en-US")).toEqual({ body: { reason: "Returned" }, faults: new Set() }));

  it("of lines credits them as they were billed; an amount off a line only with the whole line", () => {
    const read = readCreditNote({ ...draftFor(invoice(), "en-US"), scope: "lines", quantities: ["1", "1.5", "0.5"], reason: "x" }, invoice(), "en-US");
    expect(read.body?.lines).toEqual([
      { description: "Visits", quantity: "1", unitPrice: "50", taxes: [vat], kind: "item" },
      { description: "Travel", quantity: "1.5", unitPrice: "50", taxes: [], kind: "item", discount: { percent: "10" }, group: "Extras" },
      { description: "Desk", quantity: "0.5", unitPrice: "50", taxes: [vat], kind: "item" },
    ]);
  });

  it("of no line, or of what cannot be read, is none", () => {
    expect(readCreditNote({ ...draftFor(invoice(), "en-US"), scope: "lines", quantities: ["", "0", ""] }, invoice(), "en-US")).toEqual({ body: null, faults: new Set(["reason"]) });
    expect(readCreditNote({ ...draftFor(invoice(), "en-US"), scope: "lines", quantities: ["some", "", ""], reason: "x" }, invoice(), "en-US").faults).toEqual(new Set(["quantity.0"]));
  });

  it("of an amount bears a set of taxes that the invoice has", () => {
    expect(taxesOf(invoice())).toEqual([[vat], []]);
    expect(readCreditNote({ ...draftFor(invoice(), "de-DE"), scope: "amount", amount: "12,50", description: "Goodwill", taxes: [], reason: "x" }, invoice(), "de-DE")).toEqual({ body: { reason: "x", lines: [{ description: "Goodwill", unitPrice: "12.50", taxes: [] }] }, faults: new Set() });
    expect(readCreditNote({ ...draftFor(invoice(), "de-DE"), scope: "amount", amount: "" }, invoice(), "de-DE")).toEqual({ body: null, faults: new Set(["reason", "amount", "description"]) });
  });
});

it("The history of a credit note says what it is and what it did", () => {
  const words = creditNoteWords(textNow(messages), textNow(invoiceMessages), { day: (day: string) => day, money: ({ amount, currency }: { amount: string; currency: string }) => `${amount} ${currency}` } as Pick<Formats, "day" | "money">);
  const step = (event: string) => words.step({ version: 1, at: "", actor: {} as HistoryEntry["actor"], events: [event], changes: [] });
  expect([step("invoicing.credit_note_issued"), step("invoicing.something_new")]).toEqual(["Issued", "something new"]);
  expect([words.field("invoiceNumber"), words.field("toCredit"), words.value("total", euros("30.00")), words.value("issueDate", "2025-11-20"), words.value("reason", null)]).toEqual(["Invoice", "Became client credit", "30.00 EUR", "2025-11-20", "–"]);
});
