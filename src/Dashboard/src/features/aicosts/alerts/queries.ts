import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { AlertKind, AlertList } from "./search";

/** Alerts by cursor, the latest first. */
export const alertsQuery = (state: AlertList, kind?: AlertKind, account?: string) =>
  infiniteQueryOptions({
    queryKey: [keys.aiAlerts, state, kind ?? "all", account ?? "all"],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/alerts", { params: { query: { state, limit: 200, ...(kind ? { kind } : {}), ...(account ? { accountId: account } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const acknowledge = (id: string, note: string) => ask(api.POST("/api/alerts/{id}/acknowledge", { params: { path: { id } }, body: note.trim() ? { note: note.trim() } : {} }));
