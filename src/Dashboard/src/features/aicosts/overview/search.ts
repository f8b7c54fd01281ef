export const groupings = ["provider", "account", "model", "project", "user", "client", "tag"] as const;
export type Grouping = (typeof groupings)[number];

/** What the address of the overview says. */
export interface AiOverviewSearch {
  /** Such as 2026-11; absent: this month. */
  month?: string;
  /** What the days are told apart by; absent: provider. */
  by?: Exclude<Grouping, "provider">;
}

export function readOverviewSearch(search: Record<string, unknown>): AiOverviewSearch {
  const by = groupings.find((one) => one === search["by"]);
  const month = search["month"];
  return { ...(typeof month === "string" && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}), ...(by && by !== "provider" ? { by } : {}) };
}
