import { readTableSearch, type TableSearch } from "@/ui/table/view";

/** What the address of the price book says. */
export interface PricesSearch extends TableSearch {
  /** The sheet that is open. */
  open?: "new";
}

export const readPricesSearch = (search: Record<string, unknown>): PricesSearch => ({ ...readTableSearch(search), ...(search["open"] === "new" ? { open: "new" } : {}) });
