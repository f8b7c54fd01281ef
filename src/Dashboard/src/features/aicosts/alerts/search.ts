export const lists = ["open", "acknowledged", "settled"] as const;
export type AlertList = (typeof lists)[number];

/** The alerts, and the rules that make them. */
export const views = [...lists, "rules"] as const;

export const kinds = ["unpriced", "credentialRejected", "syncStale", "budget", "anomaly", "balanceLow", "serviceDown"] as const;
export type AlertKind = (typeof kinds)[number];

/** What the address of the alerts says. */
export interface AlertsSearch {
  /** Absent: those that nobody has seen yet. */
  list?: Exclude<(typeof views)[number], "open">;
  kind?: AlertKind;
  /** Only those about one account. */
  account?: string;
  /** The rule that is changed, or a new one. */
  rule?: string;
}

export function readAlertsSearch(search: Record<string, unknown>): AlertsSearch {
  const list = views.find((one) => one === search["list"]);
  const kind = kinds.find((one) => one === search["kind"]);
  const { account, rule } = search;
  return { ...(list && list !== "open" ? { list } : {}), ...(kind ? { kind } : {}), ...(typeof account === "string" && /^[0-9a-f-]{36}$/.test(account) ? { account } : {}), ...(list === "rules" && typeof rule === "string" && /^(new|[0-9a-f-]{36})$/.test(rule) ? { rule } : {}) };
}
