import { describe, expect, it } from "vitest";
import { shownState } from "../invoices/state";
import { readClientSearch } from "./search";

describe("The address of a client", () => {
  it("keeps what it understands and drops the rest", () => {
    expect(readClientSearch({ tab: "statement", on: "2025-11-19", at: 3, open: "credit", nonsense: 1 })).toEqual({ tab: "statement", on: "2025-11-19", at: 3, open: "credit" });
    expect(readClientSearch({ tab: "overview", on: "2025-13-40", at: 0, open: "door" })).toEqual({});
  });
});

describe("The state of an invoice", () => {
  const euros = (amount: string) => ({ amount, currency: "EUR" });
  const state = (paid: string, credited: string, total = "100.00") => shownState({ state: "paid", paid: euros(paid), credited: euros(credited), total: euros(total) });

  it("says credited where nobody paid and all of it was credited", () => expect(state("0.00", "100.00")).toBe("credited"));
  it("says paid where anything came in, or where it asked for nothing", () => expect([state("40.00", "60.00"), state("100.00", "0.00"), state("0.00", "0.00", "0.00")]).toEqual(["paid", "paid", "paid"]));
  it("leaves every other state as the server says it", () => expect(shownState({ state: "voided", paid: euros("0"), credited: euros("100"), total: euros("100") })).toBe("voided"));
});
