import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const requestViews = ["active", "archived", "ignored", "all"] as const;
export type RequestView = (typeof requestViews)[number];

/** What the address of the requests says. */
export interface RequestsSearch extends TableSearch {
  /** Absent: those that count. */
  list?: Exclude<RequestView, "active">;
  /** Only this client's. */
  of?: string;
  /** The request that is open, or the form for a new one. */
  open?: string;
}

export function readRequestsSearch(search: Record<string, unknown>): RequestsSearch {
  const list = requestViews.find((view) => view === search.list);
  const [of, open] = [search.of, search.open].map((given) => (typeof given === "string" ? given : ""));
  return { ...readTableSearch(search), ...(list && list !== "active" ? { list } : {}), ...(of ? { of } : {}), ...(open ? { open } : {}) };
}
