import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { Month } from "../parts/month";

/** While an invoice is being made, a month is asked for again this often, in milliseconds. */
const WHILE_MADE = 1_000;

export const clientsOfMonthQuery = (month: Month) => queryOptions({ queryKey: [keys.supportMonths, "clients", month], queryFn: ({ signal }) => ask(api.GET("/api/support/months/{month}/clients", { params: { path: { month } }, signal })) });

export const monthQuery = (month: Month, clientId: string) =>
  queryOptions({
    queryKey: [keys.supportMonths, "one", month, clientId],
    queryFn: ({ signal }) => ask(api.GET("/api/support/months/{month}", { params: { path: { month }, query: { clientId } }, signal })),
    refetchInterval: (query) => (query.state.data?.closes.some((close) => close.state === "wanted") ? WHILE_MADE : false),
  });

/** Closes a month of a client into a draft; a dry run only says what it would bill. */
export const closeMonth = (month: Month, clientId: string, dryRun: boolean) => ask(api.POST("/api/support/months/{month}/close", { params: { path: { month }, query: { dryRun } }, body: { clientId } }));

/** What closing would bill now: worked out anew each time somebody looks. */
export const previewQuery = (month: Month, clientId: string) => queryOptions({ queryKey: [keys.supportMonths, "preview", month, clientId], queryFn: () => closeMonth(month, clientId, true), staleTime: 0, gcTime: 0, retry: false });
