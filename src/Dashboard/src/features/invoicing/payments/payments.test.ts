import { describe, expect, it } from "vitest";
import type { PaymentPreview } from "@/api/types";
import { paymentFilter } from "./filter";
import { byHandOf, emptyPayment, readByHand, readClientPayment, trialOf, type ClientPayment } from "./payment";
import { readPaymentsSearch } from "./search";

const today = "2025-11-19";
const euros = (amount: string) => ({ amount, currency: "EUR" });
const draft = (more: Partial<ClientPayment> = {}): ClientPayment => ({ ...emptyPayment("c1", "EUR", today), amount: "1.234,50", reference: " B-1 ", ...more });
const invoice = (invoiceId: string, outstanding: string, allocated: string) => ({ invoiceId, number: invoiceId, dueDate: today, outstanding: euros(outstanding), allocated: euros(allocated), left: euros("0") });
const preview: PaymentPreview = { amount: euros("1234.50"), outstanding: euros("1300.00"), allocated: euros("1234.50"), credited: euros("0.00"), refusal: null, invoices: [invoice("i1", "1000.00", "1000.00"), invoice("i2", "234.50", "234.50"), invoice("i3", "65.50", "0.00")] };

describe("The address of the payments", () => {
  it("keeps what it understands and drops the rest", () => {
    expect(readPaymentsSearch({ list: "undone", of: "c1", payment: "new", q: "B", nonsense: 1 })).toEqual({ list: "undone", of: "c1", payment: "new", q: "B" });
    expect(readPaymentsSearch({ list: "all", of: "", payment: 7 })).toEqual({});
  });

  it("becomes the server's filter", () => {
    expect(paymentFilter({ list: "counted", of: "c1" }, { search: " b ", conditions: [] }, "-amount", today)).toEqual({ undone: false, clientId: "c1", search: "b", sort: "-amount" });
    const conditions = [{ column: "method", op: "is" as const, values: ["card"] }, { column: "receivedOn", op: "last" as const, values: ["7"] }, { column: "amount", op: "between" as const, values: ["10", "20"] }, { column: "currency", op: "is" as const, values: ["EUR"] }];
    expect(paymentFilter({}, { search: "", conditions }, undefined, today)).toEqual({ method: "card", from: "2025-11-13", to: "2025-11-19", minAmount: "10", maxAmount: "20", currency: "EUR" });
    expect(paymentFilter({ list: "undone" }, { search: "", conditions: [{ column: "method", op: "is", values: ["gold"] }] }, undefined, today)).toEqual({ undone: true });
  });
});

describe("A payment of a client", () => {
  it("asks the server what it would do, with nothing as long as no amount is typed", () => {
    expect(trialOf(draft(), "de-DE")).toEqual({ clientId: "c1", amount: euros("1234.50"), allocations: null });
    expect(trialOf(draft({ amount: "all of it" }), "de-DE")).toEqual({ clientId: "c1", amount: euros("0"), allocations: null });
    expect(trialOf(draft({ clientId: null }), "de-DE")).toBeNull();
  });

  it("is recorded as it was shown: invoice by invoice", () =>
    expect(readClientPayment(draft({ fee: "2,5", note: " by wire " }), preview, "de-DE")).toEqual({
      body: {
        clientId: "c1", reference: "B-1", amount: euros("1234.50"), receivedOn: today, method: "bankTransfer", fee: euros("2.5"), note: "by wire",
        allocations: [{ invoiceId: "i1", amount: euros("1000.00") }, { invoiceId: "i2", amount: euros("234.50") }],
      },
    }));

  it("begins by hand with what would happen by itself, and then says what was typed", () => {
    const hand = byHandOf(preview, "de-DE");
    expect(hand).toEqual({ i1: "1.000,00", i2: "234,50", i3: "" });
    const read = readClientPayment(draft({ byHand: { ...hand, i1: "", i2: "0", i3: "65,5" } }), preview, "de-DE");
    expect("body" in read && read.body.allocations).toEqual([{ invoiceId: "i3", amount: euros("65.5") }]);
  });

  it("names each field that cannot be read", () => {
    expect(readByHand({ i1: "x", i2: "-1", i3: "" }, "EUR", "en-US")).toEqual({ allocations: [], faulty: ["i1", "i2"] });
    expect(readClientPayment({ ...emptyPayment(null, "EUR", today), on: null, fee: "some", byHand: { i1: "x" } }, undefined, "en-US")).toEqual({ faults: ["client", "amount", "on", "reference", "fee", "byHand"] });
  });
});
