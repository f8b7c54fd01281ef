import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Page, SupportConnection, SupportConnectionInput, SupportConnectionTerms, SupportPass } from "@/api/types";
import type { Did } from "./search";

/** Connections by cursor, by name. */
export const connectionsQuery = (ended: boolean) =>
  infiniteQueryOptions({
    queryKey: [keys.supportConnections, "list", ended],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/support/connections", { params: { query: { ended, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const connectionQuery = (id: string) => queryOptions({ queryKey: [keys.supportConnections, id], queryFn: ({ signal }) => ask(api.GET("/api/support/connections/{id}", { params: { path: { id } }, signal })) });

const passesOf = (id: string, limit: number, cursor: string | null, signal: AbortSignal) => ask(api.GET("/api/support/connections/{id}/runs", { params: { path: { id }, query: { limit, ...(cursor ? { cursor } : {}) } }, signal }));

/** Passes stand in no event: while one goes on it is asked for every second, and else now and then, because the product begins them by itself. */
export const often = (latest: SupportPass | undefined) => (latest && latest.endedAt === null ? 1_000 : 15_000);

/** The latest pass alone. */
export const lastPassQuery = (id: string) =>
  queryOptions({
    queryKey: [keys.supportConnections, id, "last"],
    queryFn: ({ signal }) => passesOf(id, 1, null, signal),
    refetchInterval: ({ state }) => often((state.data as Page<SupportPass> | undefined)?.items[0]),
  });

export const passesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [keys.supportConnections, id, "passes"],
    queryFn: ({ pageParam, signal }) => passesOf(id, 20, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => often(state.data?.pages[0]?.items[0]),
  });

export const passQuery = (id: string, run: string) =>
  queryOptions({
    queryKey: [keys.supportConnections, id, "pass", run],
    queryFn: ({ signal }) => ask(api.GET("/api/support/connections/{id}/runs/{run}", { params: { path: { id, run } }, signal })),
    refetchInterval: ({ state }) => (state.data?.endedAt === null ? 1_000 : false),
  });

/** What a pass did, line by line. */
export const linesQuery = (id: string, run: string, what: Did | undefined) =>
  infiniteQueryOptions({
    queryKey: [keys.supportConnections, id, "lines", run, what ?? "all"],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/support/connections/{id}/runs/{run}/lines", { params: { path: { id, run }, query: { limit: 100, ...(what ? { what } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

const at = (id: string) => ({ params: { path: { id } } });
export const connect = (body: SupportConnectionInput) => ask(api.POST("/api/support/connections", { body }));
export const arrange = (id: string, version: number, body: SupportConnectionTerms) => ask(api.PUT("/api/support/connections/{id}", { ...at(id), body, headers: ifMatch(version) }));
export const endConnection = ({ id, version }: SupportConnection) => ask(api.DELETE("/api/support/connections/{id}", { ...at(id), headers: ifMatch(version) }));
export const testConnection = (id: string) => ask(api.POST("/api/support/connections/{id}/test", at(id)));
export const readNow = (id: string) => ask(api.POST("/api/support/connections/{id}/sync", at(id)));
/** Fluent Support is given a secret address; Twenty's secret is written here as Twenty shows it. */
export const agreeNudging = (id: string, secret?: string) => ask(api.POST("/api/support/connections/{id}/nudges", { ...at(id), body: secret === undefined ? {} : { secret } }));
export const undoPass = (id: string, run: string) => ask(api.POST("/api/support/connections/{id}/runs/{run}/undo", { params: { path: { id, run } } }));
