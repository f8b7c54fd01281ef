import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiAccount, AiAccountInput, AiAccountTerms, AiRun, Page } from "@/api/types";

const minute = 60_000;

/** The catalogue. */
export const providersQuery = queryOptions({ queryKey: [keys.aiAccounts, "providers"], queryFn: ({ signal }) => ask(api.GET("/api/ai/providers", { signal })), staleTime: 10 * minute });

/** Accounts by cursor, by provider and name. */
export const accountsQuery = (archived: boolean) =>
  infiniteQueryOptions({
    queryKey: [keys.aiAccounts, "list", archived],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/accounts", { params: { query: { archived, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const accountQuery = (id: string) => queryOptions({ queryKey: [keys.aiAccounts, id], queryFn: ({ signal }) => ask(api.GET("/api/ai/accounts/{id}", { params: { path: { id } }, signal })) });

const runsOf = (id: string, limit: number, cursor: string | null, signal: AbortSignal) => ask(api.GET("/api/ai/accounts/{id}/runs", { params: { path: { id }, query: { limit, ...(cursor ? { cursor } : {}) } }, signal }));

/** The diary of an account stands in no event: while something is read, it is asked for every second. */
export const often = (latest: AiRun | undefined) => (latest && latest.endedAt === null ? 1_000 : false);

/** The latest reading alone. */
export const lastRunQuery = (id: string) =>
  queryOptions({
    queryKey: [keys.aiAccounts, id, "last"],
    queryFn: ({ signal }) => runsOf(id, 1, null, signal),
    refetchInterval: ({ state }) => often((state.data as Page<AiRun> | undefined)?.items[0]),
  });

export const runsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [keys.aiAccounts, id, "runs"],
    queryFn: ({ pageParam, signal }) => runsOf(id, 20, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => often(state.data?.pages[0]?.items[0]),
  });

/** What is left, as the provider last told. */
export const balancesQuery = (id: string) => queryOptions({ queryKey: [keys.aiAccounts, id, "balances"], queryFn: ({ signal }) => ask(api.GET("/api/ai/accounts/{id}/balances", { params: { path: { id } }, signal })) });

const at = (id: string) => ({ params: { path: { id } } });
export const openAccount = (body: AiAccountInput) => ask(api.POST("/api/ai/accounts", { body }));
export const arrangeAccount = ({ id, version }: AiAccount, body: AiAccountTerms) => ask(api.PUT("/api/ai/accounts/{id}", { ...at(id), body, headers: ifMatch(version) }));
export const testAccount = (id: string) => api.POST("/api/ai/accounts/{id}/test", at(id));
export const syncAccount = (id: string) => ask(api.POST("/api/ai/accounts/{id}/sync", at(id)));
export const archiveAccount = (id: string) => ask(api.POST("/api/ai/accounts/{id}/archive", at(id)));
