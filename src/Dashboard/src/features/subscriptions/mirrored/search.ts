import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const mirroredViews = ["all", "active", "trialing", "pastDue", "unpaid", "paused", "incomplete", "canceled", "unmapped"] as const;
export type MirroredView = (typeof mirroredViews)[number];

/** What the address of the list says. */
export interface MirroredSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<MirroredView, "all">;
}

export function readMirroredSearch(search: Record<string, unknown>): MirroredSearch {
  const list = mirroredViews.find((view) => view === search.list);
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}) };
}
