import { expect, it } from "vitest";
import type { Condition } from "@/ui/table";
import { everyPage, oneByOne } from "../parts/bulk";
import { recurringFilter } from "../recurring/filter";
import { runFilter } from "../runs/filter";
import { chargeFilter } from "./filter";
import { readChargesSearch } from "./search";

const today = "2025-11-19";
const asked = (...conditions: Condition[]) => ({ search: "", conditions });

it("keeps what it understands of an address and drops the rest", () => {
  expect(readChargesSearch({ list: "open", of: "c1", q: "visit", nonsense: 1 })).toEqual({ list: "open", of: "c1", q: "visit" });
  expect(readChargesSearch({ list: "all", of: "" })).toEqual({});
});

it("asks for charges by state, client, source, period and amount", () => {
  expect(chargeFilter({ list: "open", of: "c1" }, { search: " visit ", conditions: [] }, "-amount", today)).toEqual({ state: "open", clientId: "c1", search: "visit", sort: "-amount" });
  expect(chargeFilter({}, asked({ column: "source", op: "is", values: ["usage"] }, { column: "period", op: "between", values: ["2025-10-01", "2025-10-31"] }), undefined, today)).toEqual({ source: "usage", from: "2025-10-01", to: "2025-10-31" });
  expect(chargeFilter({}, asked({ column: "amount", op: "atMost", values: ["20"] }, { column: "availableFrom", op: "before", values: ["2025-12-01"] }, { column: "currency", op: "is", values: ["EUR"] }), undefined, today)).toEqual({ maxAmount: "20", availableBy: "2025-11-30", currency: "EUR" });
  expect(chargeFilter({}, asked({ column: "period", op: "between", values: ["2025-10-01"] }, { column: "client", op: "contains", values: ["x"] }), undefined, today)).toEqual({});
});

it("asks for recurring invoices by what becomes of them and when they bill next", () => {
  expect(recurringFilter({ list: "active" }, asked({ column: "then", op: "is", values: ["send"] }, { column: "next", op: "next", values: ["7"] }), undefined, today)).toEqual({ status: "active", then: "send", from: "2025-11-19", to: "2025-11-25" });
  expect(recurringFilter({}, asked({ column: "then", op: "is", values: ["sing"] }, { column: "currency", op: "is", values: ["EUR"] }), "next", today)).toEqual({ currency: "EUR", sort: "next" });
});

it("asks for runs by state and period", () => {
  expect(runFilter(asked({ column: "state", op: "is", values: ["toApprove"] }, { column: "period", op: "is", values: ["2025-11-05"] }), undefined, today)).toEqual({ state: "toApprove", from: "2025-11-05", to: "2025-11-05" });
  expect(runFilter({ search: " pat ", conditions: [{ column: "state", op: "is", values: ["lost"] }] }, undefined, today)).toEqual({ search: "pat" });
});

it("does one row after the other, and a refused one does not hold up those behind it", async () => {
  const done: string[] = [];
  const answers = await oneByOne(["a", "b", "c"].map((row) => ({ row, change: {} })), async (row) => {
    if (row === "b") throw new Error("No.");
    done.push(row);
    return row.toUpperCase();
  });
  expect(answers).toEqual([{ row: "A" }, { problem: "No." }, { row: "C" }]);
  expect(done).toEqual(["a", "c"]);
});

it("reads a list page by page to its end", async () => {
  const pages: Record<string, { items: number[]; nextCursor: string | null }> = { "": { items: [1, 2], nextCursor: "x" }, x: { items: [3], nextCursor: null } };
  const read: number[][] = [];
  for await (const page of everyPage(async (cursor) => pages[cursor ?? ""]!)) read.push(page);
  expect(read).toEqual([[1, 2], [3]]);
});
