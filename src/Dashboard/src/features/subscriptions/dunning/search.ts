import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const dunningViews = ["open", "retrying", "needsAction", "exhausted", "underWay", "disputed", "stopped", "paid", "dropped"] as const;
export type DunningView = (typeof dunningViews)[number];

/** What the address of the board says. */
export interface DunningSearch extends TableSearch {
  /** Absent: what failed and is not paid. */
  list?: Exclude<DunningView, "open">;
  /** The collection that is open. */
  one?: string;
}

export function readDunningSearch(search: Record<string, unknown>): DunningSearch {
  const list = dunningViews.find((view) => view === search.list);
  return { ...readTableSearch(search), ...(list && list !== "open" ? { list } : {}), ...(typeof search.one === "string" && search.one !== "" ? { one: search.one } : {}) };
}

/** The server's filter for a view. */
export const dunningFilter = (list: DunningSearch["list"], sort: string | undefined) => ({ ...(list === "disputed" ? { disputed: true } : list ? { state: list } : {}), ...(sort ? { sort } : {}) });
