import { readTableSearch, type TableSearch } from "@/ui/table/view";

/** What the address of the price book says. */
export interface PricesSearch extends TableSearch {
  /** The sheet that is open. */
  open?: "new" | "import";
}

export function readPricesSearch(search: Record<string, unknown>): PricesSearch {
  const { open } = search;
  return { ...readTableSearch(search), ...(open === "new" || open === "import" ? { open } : {}) };
}
