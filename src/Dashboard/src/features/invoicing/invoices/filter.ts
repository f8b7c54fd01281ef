import type { InvoiceFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import type { InvoicesSearch } from "./search";

const states = ["partlyPaid", "voided", "uncollectible", "billed"] as const;

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function invoiceFilter({ list, of }: Pick<InvoicesSearch, "list" | "of">, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): InvoiceFilter {
  const filter: InvoiceFilter = { ...(list ? { status: [list] } : {}), ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    const [first = "", second = ""] = condition.values;
    if (condition.column === "state" && !list) {
      const state = states.find((one) => one === first);
      if (state) filter.status = [state];
    } else if (condition.column === "currency" && isComplete(condition, "choice")) filter.currency = first;
    else if (condition.column === "issueDate" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    } else if (condition.column === "dueDate" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { dueFrom: from } : {}, through ? { dueTo: through } : {});
    } else if (condition.column === "total" && isComplete(condition, "money")) {
      if (condition.op !== "atMost") filter.minTotal = first;
      if (condition.op !== "atLeast") filter.maxTotal = condition.op === "between" ? second : first;
    }
  }
  return filter;
}

/** A filter as the query of an address. */
export function queryOf(filter: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  return query.toString();
}
