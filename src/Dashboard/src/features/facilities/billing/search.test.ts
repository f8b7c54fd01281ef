import { describe, expect, it } from "vitest";
import { filterOf, queryOf } from "./filter";
import { monthOf, readBillingSearch, viewOf } from "./search";

const today = "2025-11-19";
const plain = { search: "", conditions: [] };

describe("The address of the billing page", () => {
  it("keeps what it understands and drops the rest", () => {
    expect(readBillingSearch({ group: "g", view: "year", year: 2025, on: "2025-11-01", q: 12, nonsense: 1 })).toEqual({ group: "g", view: "year", year: 2025, on: "2025-11-01", q: "12" });
    expect(readBillingSearch({ group: 3, view: "all cycles", on: "2025-02-30", year: "soon", at: 2 })).toEqual({});
    expect(readBillingSearch({ record: "r1", at: 2 })).toEqual({ record: "r1", at: 2 });
  });

  it("shows all cycles of one facility, else the current cycle", () => {
    expect(viewOf({})).toBe("cycle");
    expect(viewOf({ facility: "f" })).toBe("all");
    expect(viewOf({ facility: "f", view: "cycle" })).toBe("cycle");
  });

  it("knows a month to its last day", () => expect(monthOf("2024-02-11")).toEqual({ from: "2024-02-01", through: "2024-02-29" }));
});

describe("The filter of the server", () => {
  it("is the group, the cycle, the search and the order", () =>
    expect(filterOf({ group: "g" }, { search: " meadow ", conditions: [] }, { from: "2025-10-01", through: "2025-10-31" }, "-billed", today)).toEqual({ groupId: "g", from: "2025-10-01", through: "2025-10-31", search: "meadow", sort: "-billed" }));

  it("takes statuses in one order, so that one view is one question", () => {
    const of = (values: string[]) => filterOf({}, { ...plain, conditions: [{ column: "status", op: "is", values }] }, null, undefined, today);
    expect(of(["b", "a"])).toEqual(of(["a", "b"]));
  });

  it("takes amounts from, to and between", () => {
    const of = (op: "atLeast" | "atMost" | "between" | "is", values: string[]) => filterOf({}, { ...plain, conditions: [{ column: "billed", op, values }] }, null, undefined, today);
    expect(of("atLeast", ["100"])).toEqual({ minAmount: "100" });
    expect(of("atMost", ["100"])).toEqual({ maxAmount: "100" });
    expect(of("between", ["100", "200"])).toEqual({ minAmount: "100", maxAmount: "200" });
    expect(of("is", ["100"])).toEqual({ minAmount: "100", maxAmount: "100" });
    expect(of("between", ["100", ""])).toEqual({});
  });

  it("takes a whole window of days, and never two windows", () => {
    const conditions = [{ column: "from", op: "between" as const, values: ["2025-01-01", "2025-03-31"] }];
    expect(filterOf({}, { ...plain, conditions }, null, undefined, today)).toEqual({ from: "2025-01-01", through: "2025-03-31" });
    expect(filterOf({}, { ...plain, conditions }, { from: "2025-10-01", through: "2025-10-31" }, undefined, today)).toEqual({ from: "2025-10-01", through: "2025-10-31" });
    expect(filterOf({}, { ...plain, conditions: [{ column: "from", op: "before", values: ["2025-01-01"] }] }, null, undefined, today)).toEqual({});
  });

  it("is written into the address of an export, lists as several", () => expect(queryOf({ groupId: "g", statusId: ["a", "none"] })).toBe("groupId=g&statusId=a&statusId=none"));
});
