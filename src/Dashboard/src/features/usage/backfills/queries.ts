import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, fetchFile } from "@/api/client";
import { keys } from "@/api/queries";
import type { Backfill, TakenUsage } from "@/api/types";

export const backfillsQuery = infiniteQueryOptions({
  queryKey: [keys.backfills],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/api/usage/backfills", { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** Asked again while it is being undone: its end may come between two live updates. */
export const backfillQuery = (id: string) =>
  queryOptions({
    queryKey: [keys.backfills, id],
    queryFn: ({ signal }) => ask(api.GET("/api/usage/backfills/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === "undoing" ? 1_000 : false),
  });

export const openBackfill = (name: string, note: string) => ask(api.POST("/api/usage/backfills", { body: { name, note } }));
export const closeBackfill = ({ id }: Backfill) => ask(api.POST("/api/usage/backfills/{id}/close", { params: { path: { id } } }));
export const undoBackfill = ({ id }: Backfill, reason: string) => ask(api.POST("/api/usage/backfills/{id}/undo", { params: { path: { id } }, body: { reason } }));

export const kinds = { accept: ".csv,.tsv,.ndjson,.jsonl,.json,text/csv,application/json", readable: /\.(csv|tsv|ndjson|jsonl|json)$/i };

/** The form of a file, by its name. */
export const typeOf = (name: string) => (/\.(ndjson|jsonl)$/i.test(name) ? "application/x-ndjson" : /\.json$/i.test(name) ? "application/json" : "text/csv");

export const sendFile = async ({ id }: Backfill, file: File) =>
  (await (await fetchFile(`/api/usage/backfills/${id}/events`, { method: "POST", body: file, headers: { "Content-Type": typeOf(file.name) } })).json()) as TakenUsage;
