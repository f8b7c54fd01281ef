import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const recordViews = ["all", "unpriced", "manual", "seats", "withdrawn"] as const;
export type RecordView = (typeof recordViews)[number];

/** What the address of the records says. */
export interface RecordsSearch extends TableSearch {
  /** Absent: all that count or may. */
  list?: Exclude<RecordView, "all">;
  /** The record that is open, or a new entry. */
  open?: string;
  /** Only records of one file. */
  import?: string;
}

export function readRecordsSearch(search: Record<string, unknown>): RecordsSearch {
  const list = recordViews.find((view) => view === search["list"]);
  const { open, import: file } = search;
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(typeof open === "string" && /^[\w-]{1,40}$/.test(open) ? { open } : {}), ...(typeof file === "string" && /^[0-9a-f-]{36}$/.test(file) ? { import: file } : {}) };
}
