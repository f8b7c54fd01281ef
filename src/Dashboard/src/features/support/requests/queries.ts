import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { sentenceOf } from "@/api/problem";
import { keys } from "@/api/queries";
import type { SupportRequest, SupportRequestChange, SupportRequestFilter, SupportRequestInput } from "@/api/types";
import { groupBy } from "@/lib/groupBy";
import type { Change } from "@/ui/table";

export const ROWS = [keys.supportRequests, "rows"] as const;
/** As many requests as the server amends at once. */
const AT_ONCE = 100;

/** A page of requests; count, hours and the counts of each kind come with the first one. */
export const readRequests = (filter: SupportRequestFilter, cursor: string | null, signal: AbortSignal) => ask(api.GET("/api/support/requests", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } }, signal }));

export const requestsQuery = (filter: SupportRequestFilter) =>
  infiniteQueryOptions({
    queryKey: [...ROWS, filter],
    queryFn: ({ pageParam, signal }) => readRequests(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const requestQuery = (id: string) => queryOptions({ queryKey: [keys.supportRequests, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/support/requests/{id}", { params: { path: { id } }, signal })) });

export const writeRequest = (body: SupportRequestInput) => ask(api.POST("/api/support/requests", { body }));

export const amendRequest = (id: string, version: number, body: SupportRequestChange) => ask(api.PATCH("/api/support/requests/{id}", { params: { path: { id } }, body, headers: ifMatch(version) }));

/** Says whether a request counts. */
export function countRequest(id: string, status: SupportRequest["status"]): Promise<SupportRequest> {
  const params = { params: { path: { id } } };
  if (status === "archived") return ask(api.POST("/api/support/requests/{id}/archive", params));
  if (status === "ignored") return ask(api.POST("/api/support/requests/{id}/ignore", params));
  return ask(api.POST("/api/support/requests/{id}/restore", params));
}

/** What cells say, as the server reads it: hours are text, and whether it counts is said by itself. */
export function toldBy(change: Change): { status?: SupportRequest["status"]; change?: SupportRequestChange } {
  const { status, ...fields } = change;
  const said = Object.entries(fields).filter(([, value]) => value !== null);
  return {
    ...(typeof status === "string" ? { status: status as SupportRequest["status"] } : {}),
    ...(said.length > 0 ? { change: Object.fromEntries(said.map(([name, value]) => [name, typeof value === "number" ? String(value) : value])) as SupportRequestChange } : {}),
  };
}

/** Writes the cells of one request onto it as it was seen. */
export async function saveRequest(row: SupportRequest, cells: Change): Promise<SupportRequest> {
  const { status, change } = toldBy(cells);
  const counted = status && status !== row.status ? await countRequest(row.id, status) : row;
  return change ? amendRequest(row.id, counted.version, change) : counted;
}

/** Writes many: those that are to become alike go together. */
export async function saveMany(changes: readonly { row: SupportRequest; change: Change }[]): Promise<({ row: SupportRequest } | { problem: string })[]> {
  const answers = new Map<string, { row: SupportRequest } | { problem: string }>();
  for (const [, alike] of groupBy(changes, ({ change }) => JSON.stringify(change)))
    for (let at = 0; at < alike.length; at += AT_ONCE) {
      const piece = alike.slice(at, at + AT_ONCE);
      const { items } = await ask(api.POST("/api/support/requests/bulk", { body: { ids: piece.map(({ row }) => row.id), ...toldBy(piece[0]!.change) } }));
      for (const { id, request, problem } of items) answers.set(id, request ? { row: request } : { problem: (problem && sentenceOf(problem)) ?? "" });
    }
  return changes.map(({ row }) => answers.get(row.id) ?? { problem: "" });
}
