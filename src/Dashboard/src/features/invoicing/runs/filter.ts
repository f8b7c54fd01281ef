import type { RunFilter, RunState } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";

export const runStates = ["toApprove", "drafting", "issuing", "parked", "discarding", "done", "discarded"] as const satisfies readonly RunState[];

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function runFilter({ search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): RunFilter {
  const filter: RunFilter = { ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const state = condition.column === "state" && runStates.find((one) => one === condition.values[0]);
    if (state) filter.state = state;
    else if (condition.column === "period" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    }
  }
  return filter;
}
