import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { SubscriptionFilter } from "@/api/types";

/** Subscriptions of a filter by cursor; the counts of the views come with the first page. */
export const subscriptionRowsQuery = (filter: Omit<SubscriptionFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.subscriptions, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/subscriptions", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
