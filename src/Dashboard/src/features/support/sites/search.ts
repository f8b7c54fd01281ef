import { readTableSearch, type TableSearch } from "@/ui/table/view";
import { textOf } from "../parts/lists";
import { isMonth } from "../parts/month";

export const siteViews = ["all", "active", "ended", "archived", "months"] as const;
export type SiteView = (typeof siteViews)[number];

/** What the address of hosting says. */
export interface SitesSearch extends TableSearch {
  /** Absent: all that are not put away. `months`: what hosting comes to, month by month. */
  list?: Exclude<SiteView, "all">;
  of?: string;
  /** The site that is open, or the form for a new one. */
  open?: string;
  /** The latest month that is shown, such as 2025-06. */
  until?: string;
}

export function readSitesSearch(search: Record<string, unknown>): SitesSearch {
  const list = siteViews.find((view) => view === search.list);
  const [of, open, until] = [textOf(search.of), textOf(search.open), textOf(search.until)];
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(of ? { of } : {}), ...(open ? { open } : {}), ...(until && isMonth(until) ? { until } : {}) };
}
