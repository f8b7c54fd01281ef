import { isDay } from "@/lib/dates";
import { readTableSearch, type TableSearch } from "@/ui/table/view";

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
  const [of, open, until] = [search.of, search.open, search.until].map((given) => (typeof given === "string" ? given : ""));
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(of ? { of } : {}), ...(open ? { open } : {}), ...(until && isDay(`${until}-01`) ? { until } : {}) };
}
