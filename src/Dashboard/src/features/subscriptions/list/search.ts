import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const subscriptionViews = ["all", "active", "trialing", "pastDue", "unpaid", "paused", "incomplete", "canceled"] as const;
export type SubscriptionView = (typeof subscriptionViews)[number];

/** What the address of the list says. */
export interface SubscriptionsSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<SubscriptionView, "all">;
  /** Only this client's. */
  of?: string;
  /** Only those of this plan, by its code. */
  plan?: string;
}

export function readSubscriptionsSearch(search: Record<string, unknown>): SubscriptionsSearch {
  const list = subscriptionViews.find((view) => view === search.list);
  const text = (name: "of" | "plan") => (typeof search[name] === "string" && search[name] !== "" ? { [name]: search[name] } : {});
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...text("of"), ...text("plan") };
}
