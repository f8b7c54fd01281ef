import { describe, expect, it } from "vitest";
import type { BillingRow, Cycle, RowState } from "@/api/types";
import { billedIn, linesOf, monthsOf, spanOf } from "./year";

const cycle = (billingDate: string, from: string, through: string): Cycle => ({ index: 0, label: "", billingDate, from, through });
const cycles = [cycle("2025-11-01", "2025-10-01", "2025-10-31"), cycle("2025-12-01", "2025-11-01", "2025-11-30")];
const row = (facilityName: string, from: string, state: RowState, partlyPaid = false) => ({ facilityId: facilityName, facilityName, from, state, partlyPaid }) as BillingRow;
const lines = (rows: BillingRow[]) => linesOf(rows, cycles, new Intl.Collator("en"));

describe("A year", () => {
  it("has the cycles billed in it, oldest first, and spans their periods", () => {
    const found = billedIn([cycle("2026-01-01", "2025-12-01", "2025-12-31"), ...[...cycles].reverse()], 2025);
    expect(found.map(({ billingDate }) => billingDate)).toEqual(["2025-11-01", "2025-12-01"]);
    expect(spanOf(found)).toEqual({ from: "2025-10-01", through: "2025-11-30" });
    expect(spanOf([])).toBeNull();
  });

  it("puts each record at the cycle its period begins in, facilities by name", () => {
    const [first, second] = lines([row("Oak", "2025-11-01", "paid"), row("Elm", "2025-10-15", "overdue")]);
    expect(first).toMatchObject({ name: "Elm", cells: [{ state: "overdue" }, null] });
    expect(second).toMatchObject({ name: "Oak", cells: [null, { state: "paid" }] });
  });

  it("keeps a record of an older schedule at the last cycle that began before it", () => expect(linesOf([row("Elm", "2025-12-20", "paid")], cycles, new Intl.Collator())[0]!.cells).toMatchObject([null, { state: "paid" }]));

  it("shows the worst of several records in one cell", () => expect(lines([row("Elm", "2025-10-01", "paid"), row("Elm", "2025-10-16", "outstanding", true)])[0]!.cells[0]).toMatchObject({ state: "outstanding", partly: true, rows: [{}, {}] }));

  it("groups its columns by month", () => expect(monthsOf([cycle("2025-11-07", "", ""), cycle("2025-11-14", "", ""), cycle("2025-12-05", "", "")])).toEqual([{ month: "2025-11", count: 2 }, { month: "2025-12", count: 1 }]));
});
