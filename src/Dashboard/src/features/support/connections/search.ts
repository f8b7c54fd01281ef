/** What the address of the connections says. */
export interface ConnectionsSearch {
  /** Absent: those that are read. */
  list?: "ended";
  /** The sheet that is open. */
  open?: "new";
}

export const readConnectionsSearch = (search: Record<string, unknown>): ConnectionsSearch => ({
  ...(search.list === "ended" ? { list: "ended" } : {}),
  ...(search.open === "new" ? { open: "new" } : {}),
});

/** What the address of one connection says. */
export interface ConnectionSearch {
  /** The sheet that is open. */
  open?: "edit" | "nudge";
}

export const readConnectionSearch = (search: Record<string, unknown>): ConnectionSearch => (search.open === "edit" || search.open === "nudge" ? { open: search.open } : {});

/** What a line of the diary tells, in the order in which people look for it. */
export const dids = ["rejected", "flagged", "held", "warned", "leftAlone", "added", "changed", "putAway", "restored", "hidden"] as const;
export type Did = (typeof dids)[number];

/** What the address of one pass says. */
export interface PassSearch {
  /** Absent: all lines. */
  what?: Did;
}

export function readPassSearch(search: Record<string, unknown>): PassSearch {
  const what = dids.find((one) => one === search.what);
  return what ? { what } : {};
}
