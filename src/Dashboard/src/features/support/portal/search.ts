/** What the address of the portal's people says. */
export interface PortalSearch {
  /** Absent: those who may come in. */
  list?: "withdrawn";
  /** One client's only. */
  of?: string;
  /** The sheet that is open. */
  open?: "new";
}

export const readPortalSearch = (search: Record<string, unknown>): PortalSearch => ({
  ...(search.list === "withdrawn" ? { list: "withdrawn" } : {}),
  ...(typeof search.of === "string" && search.of ? { of: search.of } : {}),
  ...(search.open === "new" ? { open: "new" } : {}),
});
