import { expect, test } from "vitest";
import type { Condition } from "@/ui/table";
import { filterOf } from "./filter";

const filter = (...conditions: Condition[]) => filterOf({}, { search: "", conditions }, null, undefined, "2025-11-19");
const is = (column: string, op: Condition["op"], ...values: string[]): Condition => ({ column, op, values });

test("amounts of every column become bounds", () => {
  expect(filter(is("paid", "between", "10", "20"), is("outstanding", "atLeast", "5"), is("billed", "is", "7"))).toEqual({ minPaid: "10", maxPaid: "20", minOutstanding: "5", minAmount: "7", maxAmount: "7" });
});

test("days of every column become a span, open at an end where the condition is", () => {
  expect(filter(is("billingDate", "before", "2025-11-01"), is("paidOn", "last", "7"))).toEqual({ billedThrough: "2025-10-31", paidFrom: "2025-11-13", paidThrough: "2025-11-19" });
});

test("empty and not empty are named by field", () => {
  expect(filter(is("paidOn", "empty"), is("paid", "empty"), is("note", "notEmpty"))).toEqual({ blank: ["paidOn", "paid"], filled: ["note"] });
});

test("a note is looked into, and withdrawn records are asked for by state", () => {
  expect(filter(is("note", "contains", "call"), is("state", "is", "withdrawn"))).toEqual({ note: "call", state: "withdrawn" });
});
