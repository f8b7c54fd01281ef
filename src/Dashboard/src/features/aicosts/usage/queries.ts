import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiEntryInput, AiRecordFilter } from "@/api/types";

/** Records of a filter, by cursor. */
export const recordsQuery = (filter: Omit<AiRecordFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.aiUsage, "records", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/usage/records", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const writeEntry = (body: AiEntryInput) => ask(api.POST("/api/ai/usage/manual", { body }));
export const correctEntry = (id: string, body: AiEntryInput) => ask(api.PUT("/api/ai/usage/manual/{id}", { params: { path: { id } }, body }));
export const strikeEntry = (id: string) => api.DELETE("/api/ai/usage/manual/{id}", { params: { path: { id } } });
export const forgetUser = (address: string) => api.POST("/api/ai/users/forget", { body: { address } });
