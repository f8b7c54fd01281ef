import type { RevenueMovement } from "@/api/types";
import { isDay, type Day } from "@/lib/dates";

export const movements = ["new", "expansion", "contraction", "churn", "reactivation"] as const satisfies readonly RevenueMovement[];

/** What the address of the figures says: which days, in which currency, and whose movements are shown. */
export interface RevenueSearch {
  from?: Day;
  to?: Day;
  in?: string;
  movement?: RevenueMovement;
}

export function readRevenueSearch(search: Record<string, unknown>): RevenueSearch {
  const days = (["from", "to"] as const).flatMap((name) => (typeof search[name] === "string" && isDay(search[name]) ? [[name, search[name]] as const] : []));
  const movement = movements.find((one) => one === search.movement);
  return { ...Object.fromEntries(days), ...(typeof search.in === "string" && /^[A-Z]{3}$/.test(search.in) ? { in: search.in } : {}), ...(movement ? { movement } : {}) };
}
