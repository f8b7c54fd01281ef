/** What days are compared with: those before them, or the same a year before. */
export const comparisons = ["period", "year"] as const;
export type Comparison = (typeof comparisons)[number];

/** What the address of the statistics says: which days, beside which others, and in which one currency they are seen by the rates of which day. */
export interface StatisticsSearch {
  from?: string;
  to?: string;
  in?: string;
  rates?: string;
  compare?: Comparison;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function readStatisticsSearch(search: Record<string, unknown>): StatisticsSearch {
  const days = (["from", "to", "rates"] as const).flatMap((name) => (typeof search[name] === "string" && day.test(search[name]) ? [[name, search[name]] as const] : []));
  const compare = comparisons.find((one) => one === search["compare"]);
  return { ...Object.fromEntries(days), ...(compare ? { compare } : {}), ...(typeof search["in"] === "string" && /^[A-Z]{3}$/.test(search["in"]) ? { in: search["in"] } : {}) };
}
