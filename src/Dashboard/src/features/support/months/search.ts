/** What the address of a month says. */
export interface MonthSearch {
  /** The client that is open. */
  client?: string;
}

export function readMonthSearch(search: Record<string, unknown>): MonthSearch {
  return typeof search.client === "string" && search.client !== "" ? { client: search.client } : {};
}
