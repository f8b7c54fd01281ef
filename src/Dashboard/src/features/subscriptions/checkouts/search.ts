import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const checkoutViews = ["all", "open", "completed", "expired"] as const;
export type CheckoutView = (typeof checkoutViews)[number];

/** What the address of the list says. */
export interface CheckoutsSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<CheckoutView, "all">;
  /** Whose; absent: everybody's. */
  of?: string;
  /** Whether a link is being made. */
  open?: "new";
}

export function readCheckoutsSearch(search: Record<string, unknown>): CheckoutsSearch {
  const list = checkoutViews.find((view) => view === search.list);
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(typeof search.of === "string" && search.of !== "" ? { of: search.of } : {}), ...(search.open === "new" ? { open: "new" as const } : {}) };
}

/** The server's filter for a view. */
export const checkoutsFilter = ({ list, of }: CheckoutsSearch, sort: string | undefined) => ({ ...(list ? { state: list } : {}), ...(of ? { clientId: of } : {}), ...(sort ? { sort } : {}) });
