/** What the address of the budgets says. */
export interface BudgetsSearch {
  /** Absent: those that are open. */
  list?: "closed";
  /** The budget that is changed, or a new one. */
  open?: string;
}

export function readBudgetsSearch({ list, open }: Record<string, unknown>): BudgetsSearch {
  return { ...(list === "closed" ? { list } : {}), ...(typeof open === "string" && /^(new|[0-9a-f-]{36})$/.test(open) ? { open } : {}) };
}
