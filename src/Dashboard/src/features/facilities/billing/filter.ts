import type { BillingFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import type { BillingSearch, Window } from "./search";

const states = ["outstanding", "overdue", "paid", "empty"] as const;

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function filterOf(
  { group, facility }: Pick<BillingSearch, "group" | "facility">,
  { search, conditions }: { search: string; conditions: readonly Condition[] },
  window: Window | null,
  sort: string | undefined,
  today: Day,
): BillingFilter {
  const filter: BillingFilter = { ...(group ? { groupId: group } : {}), ...(facility ? { facilityId: facility } : {}), ...(window ?? {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const [first = "", second = ""] = condition.values;
    if (condition.column === "status" && isComplete(condition, "choice")) filter.statusId = [...condition.values].sort();
    else if (condition.column === "state") {
      const state = states.find((one) => one === first);
      if (state) filter.state = state;
    } else if (condition.column === "billed" && isComplete(condition, "money")) {
      if (condition.op !== "atMost") filter.minAmount = first;
      if (condition.op !== "atLeast") filter.maxAmount = condition.op === "between" ? second : first;
    } else if (condition.column === "from" && isComplete(condition, "date") && !window) {
      // The server takes a whole window alone.
      const { from, through } = daysOf(condition, today);
      if (from && through) Object.assign(filter, { from, through });
    }
  }
  return filter;
}

/** A filter as the query of an address. */
export function queryOf(filter: BillingFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  return query.toString();
}

