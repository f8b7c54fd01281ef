/** What the address of the bills says: through which day is billed. */
export interface BillSearch {
  until?: string;
  /** A bill that is open. */
  bill?: string;
}

export function readBillSearch(search: Record<string, unknown>): BillSearch {
  const { until, bill } = search;
  return { ...(typeof until === "string" && /^\d{4}-\d{2}-\d{2}$/.test(until) ? { until } : {}), ...(typeof bill === "string" && /^[0-9a-f-]{36}$/.test(bill) ? { bill } : {}) };
}
