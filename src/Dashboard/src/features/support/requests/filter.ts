import type { SupportRequestFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import type { RequestsSearch } from "./search";

/** The columns that a filter of the address may name. */
export const filterable = ["category", "urgency", "source", "weekday", "charged", "flagged", "billed", "hours", "resolvedOn"] as const;

const several = ["category", "urgency", "source", "weekday"] as const;
const isSeveral = (column: string): column is (typeof several)[number] => several.some((one) => one === column);

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function requestsFilter({ list, of }: Pick<RequestsSearch, "list" | "of">, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): SupportRequestFilter {
  const filter: SupportRequestFilter = { ...(list ? { status: list } : {}), ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const { column, op, values } = condition;
    const [first = "", second = ""] = values;
    if (isSeveral(column) && isComplete(condition, "choice")) filter[column] = [...values].sort().join(",");
    else if (column === "charged" && first === "yes") filter.hideNonBillable = true;
    else if ((column === "flagged" || column === "billed") && (first === "yes" || first === "no")) filter[column] = first === "yes";
    else if (column === "hours" && isComplete(condition, "number")) {
      if (op !== "atMost") filter.minHours = first;
      if (op !== "atLeast") filter.maxHours = op === "between" ? second : first;
    } else if (column === "resolvedOn" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    }
  }
  return filter;
}
