import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";

const of = (account: string | undefined) => (account ? { accountId: account } : {});

/** What stays on the screen while other days or other bounds are asked for; what is of another account does not. */
export const ofSame =
  (account: string | undefined) =>
  <T>(before: T | undefined, query?: { queryKey: readonly unknown[] }): T | undefined =>
    query?.queryKey[2] === account ? before : undefined;

/** Daily costs with their averages; the day `until` is the one behind the last. */
export const trendsQuery = (account: string | undefined, from: string, until: string) =>
  queryOptions({ queryKey: [keys.aiUsage, "trends", account, from, until], queryFn: ({ signal }) => ask(api.GET("/api/ai/analytics/trends", { params: { query: { ...of(account), from, until } }, signal })) });

/** What the days to come will cost. */
export const forecastQuery = (account: string | undefined, horizon: number) =>
  queryOptions({ queryKey: [keys.aiUsage, "forecast", account, horizon], queryFn: ({ signal }) => ask(api.GET("/api/ai/analytics/forecast", { params: { query: { ...of(account), horizon } }, signal })) });

/** Days that stand out. */
export const anomaliesQuery = (account: string | undefined, from: string, until: string, sensitivity: string, baselineDays: number) =>
  queryOptions({
    queryKey: [keys.aiUsage, "anomalies", account, from, until, sensitivity, baselineDays],
    queryFn: ({ signal }) => ask(api.GET("/api/ai/analytics/anomalies", { params: { query: { ...of(account), from, until, sensitivity: Number(sensitivity), baselineDays } }, signal })),
  });
