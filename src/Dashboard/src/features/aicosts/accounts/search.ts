/** What the address of the accounts says. */
export interface AccountsSearch {
  /** Absent: those that are followed. */
  list?: "archived";
  /** The sheet that is open. */
  open?: "new";
}

export const readAccountsSearch = (search: Record<string, unknown>): AccountsSearch => ({
  ...(search["list"] === "archived" ? { list: "archived" } : {}),
  ...(search["open"] === "new" ? { open: "new" } : {}),
});

/** What the address of one account says. */
export interface AccountSearch {
  /** The sheet that is open. */
  open?: "edit";
}

export const readAccountSearch = (search: Record<string, unknown>): AccountSearch => (search["open"] === "edit" ? { open: "edit" } : {});
