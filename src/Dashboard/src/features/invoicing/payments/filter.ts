import type { PaymentFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import { methods } from "./payment";
import type { PaymentsSearch } from "./search";

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function paymentFilter({ list, of }: Pick<PaymentsSearch, "list" | "of">, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): PaymentFilter {
  const filter: PaymentFilter = { ...(list ? { undone: list === "undone" } : {}), ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const [first = "", second = ""] = condition.values;
    if (condition.column === "method" && methods.some((one) => one === first)) filter.method = first;
    else if (condition.column === "currency" && isComplete(condition, "choice")) filter.currency = first;
    else if (condition.column === "receivedOn" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    } else if (condition.column === "amount" && isComplete(condition, "money")) {
      if (condition.op !== "atMost") filter.minAmount = first;
      if (condition.op !== "atLeast") filter.maxAmount = condition.op === "between" ? second : first;
    }
  }
  return filter;
}
