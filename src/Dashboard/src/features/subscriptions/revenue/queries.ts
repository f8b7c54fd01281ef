import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { RevenueMovement } from "@/api/types";
import { addDays, startOfDay, type Day } from "@/lib/dates";

export interface Days {
  from: Day;
  to: Day;
}

/** The last instant of a day in a time zone. */
export const endOfDay = (day: Day, timeZone: string) => new Date(Date.parse(startOfDay(addDays(day, 1), timeZone)) - 1).toISOString();

/** What comes in each month at the end of the days, day by day; without an instant: as it is now. */
export const revenueQuery = ({ from, to }: Days, at?: string) =>
  queryOptions({ queryKey: [keys.revenue, "mrr", from, to, at ?? "now"], queryFn: ({ signal }) => ask(api.GET("/api/metrics/mrr", { params: { query: { from, to, ...(at ? { at } : {}) } }, signal })) });

export const churnQuery = ({ from, to }: Days) => queryOptions({ queryKey: [keys.revenue, "churn", from, to], queryFn: ({ signal }) => ask(api.GET("/api/metrics/churn", { params: { query: { from, to } }, signal })) });

/** The clients and subscriptions behind the movements of some days. */
export const movementsQuery = ({ from, to }: Days, currency: string, movement?: RevenueMovement) =>
  queryOptions({ queryKey: [keys.revenue, "movements", from, to, currency, movement ?? "all"], queryFn: ({ signal }) => ask(api.GET("/api/metrics/mrr/movements", { params: { query: { from, to, currency, ...(movement ? { movement } : {}) } }, signal })) });
