import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { Grouping } from "./search";

/** A month by account; the server says which is this one. */
export const monthQuery = (month?: string) => queryOptions({ queryKey: [keys.aiUsage, "month", month ?? "now"], queryFn: ({ signal }) => ask(api.GET("/api/ai/usage", { params: { query: month ? { month } : {} }, signal })) });

/** The last 30 days by a group. */
export const dailyQuery = (groupBy: Grouping) => queryOptions({ queryKey: [keys.aiUsage, "daily", groupBy], queryFn: ({ signal }) => ask(api.GET("/api/ai/usage/daily", { params: { query: { groupBy } }, signal })) });
