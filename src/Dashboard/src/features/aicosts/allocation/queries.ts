import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiAllocation, AiAllocationInput } from "@/api/types";

/** The rules in the order in which they are tried. */
export const rulesQuery = infiniteQueryOptions({
  queryKey: [keys.aiAllocation, "rules"],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/allocation-rules", { params: { query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

const at = (id: string) => ({ params: { path: { id } } });
export const addRule = (body: AiAllocationInput) => ask(api.POST("/api/ai/allocation-rules", { body }));
export const writeRule = ({ id, version }: AiAllocation, body: AiAllocationInput) => ask(api.PUT("/api/ai/allocation-rules/{id}", { ...at(id), body, headers: ifMatch(version) }));
export const dropRule = (id: string) => api.DELETE("/api/ai/allocation-rules/{id}", at(id));
