import type { RecurringFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import type { RecurringListSearch } from "./search";

const outcomes = ["draft", "issue", "send"] as const;

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function recurringFilter({ list, of }: Pick<RecurringListSearch, "list" | "of">, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): RecurringFilter {
  const filter: RecurringFilter = { ...(list ? { status: list } : {}), ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const [first = ""] = condition.values;
    const then = condition.column === "then" && outcomes.find((one) => one === first);
    if (then) filter.then = then;
    else if (condition.column === "currency" && isComplete(condition, "choice")) filter.currency = first;
    else if (condition.column === "next" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    }
  }
  return filter;
}
