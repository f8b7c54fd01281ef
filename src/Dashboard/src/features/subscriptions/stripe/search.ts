import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const stripeViews = ["all", "waiting", "taken", "known", "asked", "ignored"] as const;
export type StripeView = (typeof stripeViews)[number];

/** What the address of the inbox says. */
export interface StripeSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<StripeView, "all">;
  /** The event that is open, by Stripe's id. */
  event?: string;
}

export function readStripeSearch(search: Record<string, unknown>): StripeSearch {
  const list = stripeViews.find((view) => view === search.list);
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(typeof search.event === "string" && search.event !== "" ? { event: search.event } : {}) };
}
