import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiAlertRule, AiAlertRuleTerms } from "@/api/types";
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

/** The rules, all of them. */
export const rulesQuery = queryOptions({ queryKey: [keys.aiAlertRules], queryFn: ({ signal }) => ask(api.GET("/api/alert-rules", { signal })) });

const at = (id: string) => ({ params: { path: { id } } });
export const addRule = (kind: AlertKind, terms: AiAlertRuleTerms) => ask(api.POST("/api/alert-rules", { body: { kind, terms } }));
export const arrangeRule = ({ id, version }: AiAlertRule, body: AiAlertRuleTerms) => ask(api.PUT("/api/alert-rules/{id}", { ...at(id), body, headers: ifMatch(version) }));
export const dropRule = (id: string) => api.DELETE("/api/alert-rules/{id}", at(id));
