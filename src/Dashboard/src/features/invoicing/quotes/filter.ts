import type { QuoteFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import type { QuotesSearch } from "./search";

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function quoteFilter({ list, of }: Pick<QuotesSearch, "list" | "of">, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): QuoteFilter {
  const filter: QuoteFilter = { ...(list ? { status: [list] } : {}), ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const [first = "", second = ""] = condition.values;
    if (condition.column === "state" && !list && first === "withdrawn") filter.status = ["withdrawn"];
    else if (condition.column === "currency" && isComplete(condition, "choice")) filter.currency = first;
    else if (condition.column === "issueDate" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    } else if (condition.column === "total" && isComplete(condition, "money")) {
      if (condition.op !== "atMost") filter.minTotal = first;
      if (condition.op !== "atLeast") filter.maxTotal = condition.op === "between" ? second : first;
    }
  }
  return filter;
}
