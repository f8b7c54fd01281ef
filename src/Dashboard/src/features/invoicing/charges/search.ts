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
