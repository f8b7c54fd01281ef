import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { MeterInput, MeterRevision } from "@/api/types";
import type { Window } from "./search";

/** What is read: from a day or an instant up to, not including, another. */
export interface Reading {
  from: string;
  to: string;
  subject?: string | undefined;
  window?: Window;
  groupBy?: string;
}

/** What a meter read; asked again every few seconds while `live`. */
export const usageQuery = (code: string, { subject, ...reading }: Reading, live = false) =>
  queryOptions({
    queryKey: [keys.usage, code, reading, subject],
    queryFn: ({ signal }) => ask(api.GET("/api/meters/{code}/usage", { params: { path: { code }, query: { ...reading, ...(subject ? { subject } : {}) } }, signal })),
    // While more is read, what was there stays, but never another meter's.
    placeholderData: (before) => (before?.meter === code ? before : undefined),
    refetchInterval: live ? 5_000 : false,
  });

/** The events themselves, by cursor. */
export const usageEventsQuery = (meter: string, { from, to, subject }: Reading) =>
  infiniteQueryOptions({
    queryKey: [keys.usage, "events", meter, from, to, subject],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/usage/events", { params: { query: { meter, from, to, limit: 50, ...(subject ? { subject } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const defineMeter = (body: MeterInput) => ask(api.POST("/api/meters", { body }));

export const reviseMeter = (code: string, body: MeterRevision) => ask(api.PUT("/api/meters/{code}", { params: { path: { code } }, body }));

export const retireMeter = (code: string) => ask(api.DELETE("/api/meters/{code}", { params: { path: { code } } }));

export const withdrawUsage = (id: string, reason: string) => ask(api.POST("/api/usage/events/withdraw", { body: { id, reason } }));
