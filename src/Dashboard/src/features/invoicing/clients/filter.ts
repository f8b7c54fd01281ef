import type { ClientFilter } from "@/api/types";
import { isComplete, type Condition } from "@/ui/table";
import type { ClientsShow } from "./search";

const treatments = ["standard", "reverseCharge", "exempt"] as const;

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function clientFilter(show: ClientsShow, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined): ClientFilter {
  const filter: ClientFilter = { archived: show === "active" ? "false" : show === "archived" ? "true" : "all", ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const [first = ""] = condition.values;
    if (!isComplete(condition, "choice")) continue;
    if (condition.column === "currency") filter.currency = first;
    if (condition.column === "country") filter.country = first;
    if (condition.column === "bounced") filter.bounced = first === "yes";
    const treatment = condition.column === "taxTreatment" && treatments.find((one) => one === first);
    if (treatment) filter.taxTreatment = treatment;
  }
  return filter;
}
