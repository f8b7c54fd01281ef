import type { ChurnPage, RevenueMovement, RevenuePage } from "@/api/types";
import { movements } from "./search";

/** A bar of the waterfall: what it comes to as the server says it, and from where to where it is drawn, 0 to 1. */
export interface Step {
  name: "before" | "after" | RevenueMovement;
  amount: string;
  left: number;
  right: number;
}

/** From what came in when the days began to what comes in at their end. Floats only place the bars on the screen. */
export function stepsOf(revenue: Pick<RevenuePage, "movements" | "days">, churn: Pick<ChurnPage, "mrrBefore"> | undefined): Step[] {
  const before = churn?.mrrBefore.amount ?? "0";
  const after = revenue.days.at(-1)?.mrr ?? "0";
  let at = Number(before);
  const spans: [Step["name"], string, number, number][] = [["before", before, 0, at]];
  for (const name of movements) {
    const [from, to] = [at, at + Number(revenue.movements[name])];
    spans.push([name, revenue.movements[name], Math.min(from, to), Math.max(from, to)]);
    at = to;
  }
  spans.push(["after", after, 0, Number(after)]);
  const most = Math.max(...spans.map(([, , , right]) => right), Number.EPSILON);
  return spans.map(([name, amount, left, right]) => ({ name, amount, left: Math.max(0, left) / most, right: Math.max(0, right) / most }));
}
