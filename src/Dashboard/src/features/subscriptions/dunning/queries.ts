import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Dunning, DunningFilter } from "@/api/types";

/** Invoices that are collected, by cursor. */
export const dunningRowsQuery = (filter: Omit<DunningFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.dunning, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/dunning", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const dunningQuery = (id: string) => queryOptions({ queryKey: [keys.dunning, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/dunning/{id}", { params: { path: { id } }, signal })) });

// Nobody's card is charged on what somebody saw before it was charged already.
const at = ({ id, version }: Dunning) => ({ params: { path: { id } }, headers: ifMatch(version) });
export const tryNow = (collection: Dunning) => ask(api.POST("/api/dunning/{id}/retry", at(collection)));
export const stop = (collection: Dunning) => ask(api.POST("/api/dunning/{id}/stop", at(collection)));
export const refundAgain = ({ id, version }: Dunning, number: number) => ask(api.POST("/api/dunning/{id}/refunds/{number}/retry", { params: { path: { id, number } }, headers: ifMatch(version) }));
