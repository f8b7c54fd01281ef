export const lists = ["open", "acknowledged", "settled"] as const;
export type AlertList = (typeof lists)[number];

export const kinds = ["unpriced", "credentialRejected", "syncStale", "budget", "anomaly"] as const;
export type AlertKind = (typeof kinds)[number];

/** What the address of the alerts says. */
export interface AlertsSearch {
  /** Absent: those that nobody has seen yet. */
  list?: Exclude<AlertList, "open">;
  kind?: AlertKind;
  /** Only those about one account. */
  account?: string;
}

export function readAlertsSearch(search: Record<string, unknown>): AlertsSearch {
  const list = lists.find((one) => one === search["list"]);
  const kind = kinds.find((one) => one === search["kind"]);
  const { account } = search;
  return { ...(list && list !== "open" ? { list } : {}), ...(kind ? { kind } : {}), ...(typeof account === "string" && /^[0-9a-f-]{36}$/.test(account) ? { account } : {}) };
}
