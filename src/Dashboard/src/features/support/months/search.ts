import { textOf } from "../parts/lists";

/** What the address of a month says. */
export interface MonthSearch {
  /** The client that is open. */
  client?: string;
}

export function readMonthSearch(search: Record<string, unknown>): MonthSearch {
  const client = textOf(search.client);
  return client ? { client } : {};
}
