import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { UsageBill } from "@/api/types";

/** What would be billed now; nothing is written. */
export const previewQuery = (until: string) => queryOptions({ queryKey: [keys.usageBills, "preview", until], queryFn: ({ signal }) => ask(api.POST("/api/usage/bill", { params: { query: { dryRun: true } }, body: { until }, signal })) });

export const billUsage = (until: string) => ask(api.POST("/api/usage/bill", { body: { until } }));

export const billsQuery = (waiting: boolean | undefined) =>
  infiniteQueryOptions({
    queryKey: [keys.usageBills, "rows", waiting ?? "all"],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/usage/bills", { params: { query: { limit: 50, ...(waiting === undefined ? {} : { waiting }), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const billQuery = (id: string) => queryOptions({ queryKey: [keys.usageBills, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/usage/bills/{id}", { params: { path: { id } }, signal })) });

export const billEventsQuery = (id: string, line: string) => queryOptions({ queryKey: [keys.usageBills, "events", id, line], queryFn: ({ signal }) => ask(api.GET("/api/usage/bills/{id}/events", { params: { path: { id }, query: { line, limit: 50 } }, signal })) });

export const acceptLate = (bill: UsageBill) => ask(api.POST("/api/usage/bills/{id}/late/accept", { params: { path: { id: bill.id } }, headers: ifMatch(bill.version) }));

export const refuseLate = (bill: UsageBill, reason: string) => ask(api.POST("/api/usage/bills/{id}/late/refuse", { params: { path: { id: bill.id } }, headers: ifMatch(bill.version), body: { reason } }));
