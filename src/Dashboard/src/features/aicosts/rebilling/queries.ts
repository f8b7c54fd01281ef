import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiRebillingInput } from "@/api/types";

const post = (month: string, dryRun: boolean, signal?: AbortSignal) => ask(api.POST("/api/ai/rebilling", { params: { query: { dryRun } }, body: { month }, ...(signal ? { signal } : {}) }));

/** What a month would be charged; nothing is. */
export const previewQuery = (month: string) => queryOptions({ queryKey: [keys.aiRebilling, "preview", month], queryFn: ({ signal }) => post(month, true, signal), retry: false });
export const billMonth = (month: string) => post(month, false);

/** What was charged for a month, and what became of it. */
export const chargedQuery = (month: string) =>
  infiniteQueryOptions({
    queryKey: [keys.aiRebilling, "charged", month],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/rebilling", { params: { query: { month, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The records of usage that a charge is made of. */
export const partsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [keys.aiRebilling, "usage", id],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/rebilling/{id}/usage", { params: { path: { id }, query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const termsQuery = queryOptions({ queryKey: [keys.aiRebilling, "terms"], queryFn: ({ signal }) => ask(api.GET("/api/ai/rebilling/terms", { signal })) });
export const agreeTerms = (client: string, body: AiRebillingInput, version: number | undefined) => ask(api.PUT("/api/ai/rebilling/terms/{id}", { params: { path: { id: client } }, body, ...(version === undefined ? {} : { headers: { "If-Match": `"${version}"` } }) }));
export const endTerms = (client: string) => api.DELETE("/api/ai/rebilling/terms/{id}", { params: { path: { id: client } } });
