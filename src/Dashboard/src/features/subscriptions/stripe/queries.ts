import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { StripeFilter } from "./filter";

/** What Stripe told, by cursor. */
export const stripeEventsQuery = (filter: StripeFilter) =>
  infiniteQueryOptions({
    queryKey: [keys.stripe, "events", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/stripe/events", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const stripeEventQuery = (id: string) => queryOptions({ queryKey: [keys.stripe, "event", id], queryFn: ({ signal }) => ask(api.GET("/api/stripe/events/{id}", { params: { path: { id } }, signal })) });
/** Whether Stripe is connected, and what it is to tell. */
export const stripeQuery = queryOptions({ queryKey: [keys.stripe, "connection"], queryFn: ({ signal }) => ask(api.GET("/api/stripe", { signal })) });

export const replayEvent = (id: string) => api.POST("/api/stripe/events/{id}/replay", { params: { path: { id } } });
export const reconcile = () => ask(api.POST("/api/stripe/reconcile"));
