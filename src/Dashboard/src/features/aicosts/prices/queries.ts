import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiPriceInput } from "@/api/types";

/** The price book by cursor, by provider, model and day. */
export const pricesQuery = (filter: { provider?: string; model?: string }) =>
  infiniteQueryOptions({
    queryKey: [keys.aiPrices, filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/prices", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const writePrice = (body: AiPriceInput) => ask(api.POST("/api/ai/prices", { body }));
export const priceAgain = (from: string, until: string) => ask(api.POST("/api/ai/prices/apply", { body: { from, until } }));
