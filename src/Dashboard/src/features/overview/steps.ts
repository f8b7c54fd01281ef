import type { Group, Settings, Totals } from "@/api/types";
import { isZero } from "@/lib/decimal";

export type StepId = "import" | "settings" | "bill" | "paid";
export interface Step {
  id: StepId;
  done: boolean;
}

/** What a new house has done and has still to do. */
export function stepsOf(groups: readonly Group[], sums: readonly Totals[], settings: Settings | undefined): Step[] {
  return [
    { id: "import", done: groups.length > 0 },
    { id: "settings", done: (settings?.version ?? 0) > 0 },
    { id: "bill", done: sums.some((sum) => !isZero(sum.billed.amount)) },
    { id: "paid", done: sums.some((sum) => !isZero(sum.paid.amount)) },
  ];
}
