import type { BillingRow, Cycle, Frequency, RowState } from "@/api/types";

/** How many cycles back from a year's last day surely reach its first. */
export const cyclesInYear: Record<Frequency, number> = { weekly: 54, everyTwoWeeks: 28, semiMonthly: 26, monthly: 14, everyTwoMonths: 8, quarterly: 6, yearly: 3, custom: 200 };

/** The cycles billed in a year, oldest first. */
export const billedIn = (cycles: readonly Cycle[], year: number) => cycles.filter((cycle) => cycle.billingDate.startsWith(`${year}-`)).sort((a, b) => a.billingDate.localeCompare(b.billingDate));

/** The days over which the periods of these cycles begin. */
export function spanOf(cycles: readonly Cycle[]): { from: string; through: string } | null {
  if (cycles.length === 0) return null;
  const begin = cycles.map(({ from }) => from).sort();
  const end = cycles.map(({ through }) => through).sort();
  return { from: begin[0]!, through: end.at(-1)! };
}

/** States from what needs attention most to what needs none. */
const worst: readonly RowState[] = ["overdue", "outstanding", "overpaid", "noAmount", "empty", "paid"];
export interface YearCell {
  rows: BillingRow[];
  state: RowState;
  partly: boolean;
}
export interface YearLine {
  facilityId: string;
  name: string;
  cells: (YearCell | null)[];
}

/** Facility × cycle. A record whose period begins in no cycle (its schedule was another then) stands at the last one that began before it. */
export function linesOf(rows: readonly BillingRow[], cycles: readonly Cycle[], collator: Intl.Collator): YearLine[] {
  const lines = new Map<string, YearLine>();
  for (const row of rows) {
    const inside = cycles.findIndex((cycle) => row.from >= cycle.from && row.from <= cycle.through);
    const at = inside >= 0 ? inside : Math.max(0, cycles.findLastIndex((cycle) => cycle.from <= row.from));
    let line = lines.get(row.facilityId);
    if (!line) lines.set(row.facilityId, (line = { facilityId: row.facilityId, name: row.facilityName, cells: cycles.map(() => null) }));
    const all = [...(line.cells[at]?.rows ?? []), row];
    const state = worst.find((one) => all.some((each) => each.state === one)) ?? "empty";
    line.cells[at] = { rows: all, state, partly: all.some((each) => each.state === state && each.partlyPaid) };
  }
  return [...lines.values()].sort((a, b) => collator.compare(a.name, b.name));
}

/** Columns under their months: how many cycles each month holds. */
export function monthsOf(cycles: readonly Cycle[]): { month: string; count: number }[] {
  const out: { month: string; count: number }[] = [];
  for (const { billingDate } of cycles) {
    const month = billingDate.slice(0, 7);
    if (out.at(-1)?.month === month) out.at(-1)!.count++;
    else out.push({ month, count: 1 });
  }
  return out;
}
