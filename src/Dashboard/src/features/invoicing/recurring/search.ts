import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const recurringViews = ["all", "active", "paused", "parked", "ended"] as const;
export type RecurringView = (typeof recurringViews)[number];

/** What the address of the list says. */
export interface RecurringListSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<RecurringView, "all">;
  /** Only this client's. */
  of?: string;
}

export function readRecurringListSearch(search: Record<string, unknown>): RecurringListSearch {
  const list = recurringViews.find((view) => view === search.list);
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(typeof search.of === "string" && search.of !== "" ? { of: search.of } : {}) };
}

/** A new one may begin with its client. */
export const readNewRecurringSearch = ({ client }: Record<string, unknown>): { client?: string } => (typeof client === "string" && client !== "" ? { client } : {});

/** What the address of a recurring invoice says: the version looked at. */
export const readRecurringSearch = ({ at }: Record<string, unknown>): { at?: number } => (Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {});
