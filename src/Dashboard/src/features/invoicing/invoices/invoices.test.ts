import { describe, expect, it } from "vitest";
import type { Invoice, InvoiceHappening } from "@/api/types";
import { textNow } from "@/i18n/messages";
import { formats } from "@/test/table";
import type { Condition } from "@/ui/table";
import { invoiceFilter, queryOf } from "./filter";
import { byGroup } from "./groups";
import { entriesOf, invoiceWords } from "./history";
import { messages } from "./messages";
import { paymentOf, readPayment } from "./payment";
import { readInvoiceSearch, readInvoicesSearch } from "./search";

const today = "2025-11-19";
const filter = (list: "draft" | "open" | undefined, ...conditions: Condition[]) => invoiceFilter(list ? { list } : {}, { search: "", conditions }, undefined, today);

describe("The address of the invoices", () => {
  it("keeps what it understands and drops the rest", () => {
    expect(readInvoicesSearch({ list: "overdue", of: "c1", q: "INV", nonsense: 1 })).toEqual({ list: "overdue", of: "c1", q: "INV" });
    expect(readInvoicesSearch({ list: "all", of: "" })).toEqual({});
    expect(readInvoiceSearch({ at: 2, open: "payment" })).toEqual({ at: 2, open: "payment" });
    expect(readInvoiceSearch({ open: "send" })).toEqual({ open: "send" });
    expect(readInvoiceSearch({ at: 0, open: "door" })).toEqual({});
  });

  it("becomes the server's filter", () => {
    expect(invoiceFilter({ list: "open", of: "c1" }, { search: " 2025 ", conditions: [] }, "-total", today)).toEqual({ status: ["open"], clientId: "c1", search: "2025", sort: "-total" });
    expect(filter(undefined, { column: "issueDate", op: "last", values: ["7"] }, { column: "total", op: "between", values: ["10", "20"] })).toEqual({ from: "2025-11-13", to: "2025-11-19", minTotal: "10", maxTotal: "20" });
    expect(filter(undefined, { column: "total", op: "atLeast", values: ["10"] }, { column: "currency", op: "is", values: ["EUR"] })).toEqual({ minTotal: "10", currency: "EUR" });
    expect(filter("open", { column: "dueDate", op: "next", values: ["7"] })).toEqual({ status: ["open"], dueFrom: "2025-11-19", dueTo: "2025-11-25" });
    expect(filter(undefined, { column: "state", op: "is", values: ["billed"] }, { column: "dueDate", op: "before", values: ["2025-11-01"] })).toEqual({ status: ["billed"], dueTo: "2025-10-31" });
  });

  it("asks for a further state only where no view says which", () => {
    const voided: Condition = { column: "state", op: "is", values: ["voided"] };
    expect(filter(undefined, voided)).toEqual({ status: ["voided"] });
    expect(filter("draft", voided)).toEqual({ status: ["draft"] });
  });

  it("is written into the address of an export", () => expect(queryOf({ status: ["open"], search: "a b" })).toBe("status=open&search=a+b"));
});

describe("A payment", () => {
  const invoice = { number: "INV-2025-0007", currency: "EUR", outstanding: { amount: "1234.5", currency: "EUR" }, payments: [{}] } as unknown as Invoice;

  it("begins with all that is outstanding, today, under a reference that counts on", () =>
    expect(paymentOf(invoice, today, "de-DE")).toEqual({ amount: "1.234,50", on: today, method: "bankTransfer", reference: "INV-2025-0007-2", fee: "", note: "" }));

  it("is sent exactly as it was typed", () =>
    expect(readPayment({ amount: "1.234,50", on: today, method: "card", reference: " R1 ", fee: "2,5", note: " " }, "EUR", "de-DE")).toEqual({
      body: { reference: "R1", amount: { amount: "1234.50", currency: "EUR" }, receivedOn: today, method: "card", fee: { amount: "2.5", currency: "EUR" } },
    }));

  it("names each field that cannot be read", () => expect(readPayment({ amount: "all", on: null, method: "cash", reference: " ", fee: "some", note: "" }, "EUR", "en-US")).toEqual({ faults: ["amount", "on", "reference", "fee"] }));
});

describe("The time line of an invoice", () => {
  const happened: InvoiceHappening = { version: 4, at: "2025-11-19T10:00:00Z", actor: { kind: "person", id: "p", name: "Robin" }, event: "invoicing.payment_allocated", facts: { reference: "R1", amount: "1234.50 EUR", on: today, paymentId: "x" } };
  const words = invoiceWords(textNow(messages), formats);

  it("says what an event says, without its ids", () => expect(entriesOf([happened])[0]!.changes.map(({ field, to }) => `${words.field(field)}: ${words.value(field, to)}`)).toEqual(["Reference: R1", "Amount: 1,234.50 EUR", "Day: 11/19/2025"]));

  it("is headed by what weighs most", () => {
    const step = (...events: string[]) => words.step({ version: 1, at: "", actor: happened.actor, events, changes: [] });
    expect(step("invoicing.invoice_lines_written", "invoicing.invoice_drafted")).toBe("Draft begun");
    expect(step("invoicing.payment_allocated")).toBe("Payment received");
    expect(step("invoicing.something_new")).toBe("something new");
  });
});

it("lines stand under their groups, in the order of the document", () => {
  const line = (group: string | null, name: string) => ({ group, name });
  expect(byGroup([line("Support", "a"), line(null, "b"), line("Support", "c")]).map(([group, lines]) => [group, lines.map(({ name }) => name)])).toEqual([["Support", ["a", "c"]], ["", ["b"]]]);
});
