import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, fetchFile } from "@/api/client";
import { isProblem } from "@/api/problem";
import { queryClient } from "@/api/queryClient";
import type { PortalMe } from "@/api/types";

const PORTAL = "portal";
const ROWS = 50;

/** Whoever is not in, or not any more, sees the way in. */
const inside = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    if (isProblem(error, "portal-sign-in-first")) out();
    throw error;
  });

/** Who is in; null: nobody. */
export const meQuery = queryOptions({
  queryKey: [PORTAL, "me"],
  queryFn: ({ signal }): Promise<PortalMe | null> =>
    ask(api.GET("/api/portal/me", { signal })).catch((error: unknown) => {
      if (isProblem(error, "portal-sign-in-first")) return null;
      throw error;
    }),
});

/** Nobody is in, and nothing of what they saw is kept. */
function out(): void {
  queryClient.removeQueries({ queryKey: [PORTAL], predicate: ({ queryKey }) => queryKey[1] !== "me" });
  queryClient.setQueryData(meQuery.queryKey, null);
}

export const askForLink = (email: string) => api.POST("/api/portal/links", { body: { email } });
export const enter = (token: string) => ask(api.POST("/api/portal/session", { body: { token } })).then((me) => void queryClient.setQueryData(meQuery.queryKey, me));
/** Whoever was out already is out all the same. */
export const leave = () => inside(api.DELETE("/api/portal/session")).then(out, (error: unknown) => (isProblem(error, "portal-sign-in-first") ? undefined : Promise.reject(error)));

/** The organisation's mark; null where it has none. */
export const markQuery = queryOptions({
  queryKey: [PORTAL, "mark"],
  queryFn: ({ signal }) => inside(fetchFile("/api/portal/mark", { signal })).then((answer) => (answer.status === 204 ? null : answer.blob())),
  staleTime: Infinity,
});

export type TicketStatus = "open" | "resolved";

export const ticketsQuery = (status: TicketStatus | undefined, search: string) =>
  infiniteQueryOptions({
    queryKey: [PORTAL, "tickets", status ?? "all", search],
    queryFn: ({ pageParam, signal }) => inside(ask(api.GET("/api/portal/tickets", { params: { query: { limit: ROWS, ...(status ? { status } : {}), ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal }))),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const sitesQuery = infiniteQueryOptions({
  queryKey: [PORTAL, "sites"],
  queryFn: ({ pageParam, signal }) => inside(ask(api.GET("/api/portal/sites", { params: { query: { limit: ROWS, ...(pageParam ? { cursor: pageParam } : {}) } }, signal }))),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const projectsQuery = infiniteQueryOptions({
  queryKey: [PORTAL, "projects"],
  queryFn: ({ pageParam, signal }) => inside(ask(api.GET("/api/portal/projects", { params: { query: { limit: ROWS, ...(pageParam ? { cursor: pageParam } : {}) } }, signal }))),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const invoicesQuery = infiniteQueryOptions({
  queryKey: [PORTAL, "invoices"],
  queryFn: ({ signal }) => inside(ask(api.GET("/api/portal/invoices", { signal }))),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});
