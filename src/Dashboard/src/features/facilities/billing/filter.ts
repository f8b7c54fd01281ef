import type { BillingFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import type { BillingSearch, Window } from "./search";

const states = ["outstanding", "overdue", "paid", "empty", "withdrawn"] as const;

const amounts = { billed: ["minAmount", "maxAmount"], paid: ["minPaid", "maxPaid"], outstanding: ["minOutstanding", "maxOutstanding"] } as const;
const days = { billingDate: ["billedFrom", "billedThrough"], paidOn: ["paidFrom", "paidThrough"] } as const;

/** Notes "is empty" and "is not empty"; answers whether it was one of them. */
function blankOf(filter: BillingFilter, { column, op }: Condition): boolean {
  if (op !== "empty" && op !== "notEmpty") return false;
  const list = op === "empty" ? "blank" : "filled";
  filter[list] = [...(filter[list] ?? []), column];
  return true;
}

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
    } else if (condition.column in amounts && isComplete(condition, "money")) {
      const [least, most] = amounts[condition.column as keyof typeof amounts];
      if (blankOf(filter, condition)) continue;
      if (condition.op !== "atMost") filter[least] = first;
      if (condition.op !== "atLeast") filter[most] = condition.op === "between" ? second : first;
    } else if (condition.column in days && isComplete(condition, "date")) {
      const [begin, end] = days[condition.column as keyof typeof days];
      if (blankOf(filter, condition)) continue;
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { [begin]: from } : {}, through ? { [end]: through } : {});
    } else if (condition.column === "note" && isComplete(condition, "text")) {
      if (!blankOf(filter, condition)) filter.note = first;
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

