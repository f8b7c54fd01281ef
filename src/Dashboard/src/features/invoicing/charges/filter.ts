import type { ChargeFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import type { ChargesSearch } from "./search";

/** The modules that post charges. */
export const sources = ["manual", "facilities", "subscriptions", "usage", "invoicing"] as const;

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function chargeFilter({ list, of }: Pick<ChargesSearch, "list" | "of">, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): ChargeFilter {
  const filter: ChargeFilter = { ...(list ? { state: list } : {}), ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const [first = "", second = ""] = condition.values;
    if (condition.column === "source" && isComplete(condition, "choice")) filter.source = first;
    else if (condition.column === "currency" && isComplete(condition, "choice")) filter.currency = first;
    else if (condition.column === "period" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    } else if (condition.column === "availableFrom" && isComplete(condition, "date")) {
      const { through } = daysOf(condition, today);
      if (through) filter.availableBy = through;
    } else if (condition.column === "amount" && isComplete(condition, "money")) {
      if (condition.op !== "atMost") filter.minAmount = first;
      if (condition.op !== "atLeast") filter.maxAmount = condition.op === "between" ? second : first;
    }
  }
  return filter;
}
