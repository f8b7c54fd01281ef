import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import { readTableSearch, type TableSearch } from "@/ui/table/view";
import { readChargeSearch, type ChargeSearch } from "../charge/search";

export const chargeViews = ["all", "open", "invoiced", "withdrawn"] as const;
export type ChargeView = (typeof chargeViews)[number];

/** What the address of the charges says. */
export interface ChargesSearch extends TableSearch, ChargeSearch {
  /** Absent: all. */
  list?: Exclude<ChargeView, "all">;
  /** Only this client's. */
  of?: string;
}

export function readChargesSearch(search: Record<string, unknown>): ChargesSearch {
  const list = chargeViews.find((view) => view === search.list);
  return { ...readTableSearch(search), ...readChargeSearch(search), ...(list && list !== "all" ? { list } : {}), ...(typeof search.of === "string" && search.of !== "" ? { of: search.of } : {}) };
}

export interface ChargeFilter {
  state?: Exclude<ChargeView, "all">;
  clientId?: string;
  currency?: string;
  availableBy?: Day;
  search?: string;
  sort?: string;
}

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function chargeFilter({ list, of }: Pick<ChargesSearch, "list" | "of">, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): ChargeFilter {
  const filter: ChargeFilter = { ...(list ? { state: list } : {}), ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    if (condition.column === "currency" && isComplete(condition, "choice")) filter.currency = condition.values[0] ?? "";
    else if (condition.column === "availableFrom" && isComplete(condition, "date")) Object.assign(filter, { availableBy: daysOf(condition, today).through });
  }
  return filter;
}
