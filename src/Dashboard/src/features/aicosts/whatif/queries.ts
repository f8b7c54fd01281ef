import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiModelQuestion } from "@/api/types";

/** The same usage on another model; nothing is written. */
export const comparedQuery = (question: AiModelQuestion) =>
  queryOptions({ queryKey: [keys.aiUsage, "what-if", question], queryFn: ({ signal }) => ask(api.POST("/api/ai/what-if", { body: question, signal })), retry: false });

/** What was used between two days, model by model; `until` is the day behind the last. */
export const usedQuery = (from: string, until: string) =>
  queryOptions({ queryKey: [keys.aiUsage, "daily", "model", from, until], queryFn: ({ signal }) => ask(api.GET("/api/ai/usage/daily", { params: { query: { groupBy: "model", from, until } }, signal })) });

/** Names that the price book has for a provider, by a part of them. */
export const bookQuery = (provider: string, part: string) =>
  queryOptions({
    queryKey: [keys.aiPrices, "names", provider, part],
    queryFn: ({ signal }) => ask(api.GET("/api/ai/prices", { params: { query: { provider, limit: 50, ...(part ? { model: part } : {}) } }, signal })),
    placeholderData: keepPreviousData,
  });
