/** How many days are shown, looked ahead and compared with; the first of each is what the address leaves out. */
export const shownDays = [90, 30, 180, 365] as const;
export const horizons = [30, 7, 14, 60, 90] as const;
export const sensitivities = ["2", "1.5", "2.5"] as const;
export const baselines = [30, 7, 14, 60, 90] as const;

/** What the address of the analytics says. */
export interface AnalyticsSearch {
  /** Absent: all accounts. */
  account?: string;
  days?: (typeof shownDays)[number];
  ahead?: (typeof horizons)[number];
  /** Deviations beyond which a day stands out. */
  beyond?: (typeof sensitivities)[number];
  baseline?: (typeof baselines)[number];
}

/** One of those that can be chosen; the usual one is left out. */
const one = <V>(of: readonly V[], given: unknown): V | undefined => of.slice(1).find((value) => String(value) === String(given));

export function readAnalyticsSearch(search: Record<string, unknown>): AnalyticsSearch {
  const { account } = search;
  const [days, ahead, beyond, baseline] = [one(shownDays, search["days"]), one(horizons, search["ahead"]), one(sensitivities, search["beyond"]), one(baselines, search["baseline"])];
  return { ...(typeof account === "string" && /^[0-9a-f-]{36}$/.test(account) ? { account } : {}), ...(days ? { days } : {}), ...(ahead ? { ahead } : {}), ...(beyond ? { beyond } : {}), ...(baseline ? { baseline } : {}) };
}
