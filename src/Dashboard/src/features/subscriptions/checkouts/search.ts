import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const checkoutViews = ["all", "open", "completed", "expired"] as const;
export type CheckoutView = (typeof checkoutViews)[number];

/** What the address of the list says. */
export interface CheckoutsSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<CheckoutView, "all">;
  /** Whose; absent: everybody's. */
  of?: string;
  /** Which link is being made: by which somebody subscribes; or, of a client, by which it looks after what it has. */
  open?: "new" | "portal";
}

export function readCheckoutsSearch(search: Record<string, unknown>): CheckoutsSearch {
  const list = checkoutViews.find((view) => view === search.list);
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(typeof search.of === "string" && search.of !== "" ? { of: search.of } : {}), ...(search.open === "new" || search.open === "portal" ? { open: search.open } : {}) };
}

/** The server's filter for a view. */
export const checkoutsFilter = ({ list, of }: CheckoutsSearch, sort: string | undefined) => ({ ...(list ? { state: list } : {}), ...(of ? { clientId: of } : {}), ...(sort ? { sort } : {}) });
