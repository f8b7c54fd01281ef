import type { CreditNoteFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function creditNoteFilter(of: string | undefined, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): CreditNoteFilter {
  const filter: CreditNoteFilter = { ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    if (condition.column === "currency" && isComplete(condition, "choice")) filter.currency = condition.values[0] ?? "";
    else if (condition.column === "issueDate" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    }
  }
  return filter;
}
