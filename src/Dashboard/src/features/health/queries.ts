import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { problemOf, unreachable } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Health } from "@/api/types";

/** Health is looked at again every five seconds while somebody looks. */
const refetchInterval = 5_000;
const PAGE = 50;

/** A failing product answers 503 with the same body: that is an answer, too. */
async function readHealth(signal: AbortSignal): Promise<Health> {
  const response = await fetch("/health", { headers: { Accept: "application/json" }, signal }).catch((error: unknown) => Promise.reject(unreachable(error)));
  const body: unknown = response.headers.get("content-type")?.includes("json") ? await response.clone().json() : null;
  if (body && typeof body === "object" && "parts" in body) return body as Health;
  throw await problemOf(response);
}

export const healthQuery = queryOptions({ queryKey: [keys.health, "parts"], queryFn: ({ signal }) => readHealth(signal), refetchInterval });
export const projectionsQuery = queryOptions({ queryKey: [keys.health, "projections"], queryFn: ({ signal }) => ask(api.GET("/api/projections", { signal })), refetchInterval });
export const deadLettersQuery = infiniteQueryOptions({
  queryKey: [keys.health, "dead-letters"],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/api/messages/dead-letters", { params: { query: { limit: PAGE, ...(pageParam ? { before: pageParam } : {}) } }, signal })),
  initialPageParam: null as string | null,
  // The server pages them by their time; a page that is not full is the last.
  getNextPageParam: ({ items }) => (items.length < PAGE ? null : items.at(-1)!.failedAt),
  refetchInterval,
});

export const replay = (id: string) => api.POST("/api/messages/dead-letters/{id}/replay", { params: { path: { id } } });
