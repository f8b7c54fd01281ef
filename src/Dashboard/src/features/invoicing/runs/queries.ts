import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { BillingRun, RunFilter, RunState } from "@/api/types";
import type { Period } from "./search";

const working: readonly RunState[] = ["drafting", "issuing", "discarding"];

/** Whether the server is at it. */
export const isWorking = (state: RunState) => working.includes(state);

/** A page of the runs of a filter, as many as the server gives at once. */
export const readRuns = (filter: RunFilter, cursor: string | null, signal: AbortSignal) => ask(api.GET("/api/billing-runs", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } }, signal }));

export const runsQuery = (filter: Omit<RunFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.billingRuns, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/billing-runs", { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One run. Live updates refresh it; while it works it is also asked for, in case they are late. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [keys.billingRuns, "one", id],
    queryFn: ({ signal }) => ask(api.GET("/api/billing-runs/{id}", { params: { path: { id } }, signal })),
    refetchInterval: (query) => (query.state.data && isWorking(query.state.data.state) ? 1_000 : false),
  });

/** What happened to a run, and how it and its invoices stood: now, or at a version. */
export const runHistoryQuery = (id: string, at?: number) =>
  queryOptions({
    queryKey: [keys.billingRuns, "history", id, at ?? "now"],
    queryFn: ({ signal }) => ask(api.GET("/api/billing-runs/{id}/history", { params: { path: { id }, query: at === undefined ? {} : { at: String(at) } }, signal })),
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });

const bodyOf = (period: Period, client: string | undefined) => ({ period, ...(client ? { clients: [client] } : {}) });

/** What a run would make; nothing is written. */
export const previewQuery = (period: Period, client: string | undefined) =>
  queryOptions({
    queryKey: [keys.billingRuns, "preview", period, client ?? ""],
    queryFn: ({ signal }) => ask(api.POST("/api/billing-runs", { body: { ...bodyOf(period, client), dryRun: true }, signal })).then((answer) => answer as Extract<typeof answer, { drafts: unknown }>),
    enabled: period.from <= period.through,
  });

export const startRun = (period: Period, client: string | undefined) => ask(api.POST("/api/billing-runs", { body: bodyOf(period, client) })).then((answer) => answer as BillingRun);

type Seen = Pick<BillingRun, "id" | "version">;
const at = (run: Seen) => ({ params: { path: { id: run.id } }, headers: ifMatch(run.version) });
export const approveRun = (run: Seen, except: readonly string[]) => ask(api.POST("/api/billing-runs/{id}/approve", { ...at(run), body: { except: [...except] } }));
export const discardRun = (run: Seen) => ask(api.POST("/api/billing-runs/{id}/discard", at(run)));
export const retryRun = (run: Pick<Seen, "id">) => ask(api.POST("/api/billing-runs/{id}/retry", { params: { path: { id: run.id } } }));
export const takeOut = (id: string) => ask(api.DELETE("/api/invoices/{id}", { params: { path: { id } } }));
