import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { MirroredFilter } from "@/api/types";

/** Subscriptions that Stripe bills, by cursor. */
export const mirroredQuery = (filter: Omit<MirroredFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.subscriptions, "mirrored", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/mirrored-subscriptions", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
