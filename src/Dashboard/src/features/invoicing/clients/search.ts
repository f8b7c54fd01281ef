import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const shows = ["active", "archived", "all"] as const;
export type ClientsShow = (typeof shows)[number];

/** What the address of the clients says. */
export interface ClientsSearch extends TableSearch {
  /** Absent: the active ones. */
  show?: Exclude<ClientsShow, "active">;
  /** The open client, or "new". */
  client?: string;
  /** The version the history slider stands at. */
  at?: number;
}

export function readClientsSearch(search: Record<string, unknown>): ClientsSearch {
  const { show, client, at } = search;
  return {
    ...readTableSearch(search),
    ...(show === "archived" || show === "all" ? { show } : {}),
    ...(typeof client === "string" && client !== "" ? { client, ...(Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {}) } : {}),
  };
}
