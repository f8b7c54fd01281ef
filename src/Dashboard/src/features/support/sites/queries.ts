import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { HostedSite, HostedSiteChange, HostedSiteFilter, HostedSiteInput } from "@/api/types";
import type { Change } from "@/ui/table";
import type { Month } from "../parts/month";

export const ROWS = [keys.supportSites, "rows"] as const;

export const sitesQuery = (filter: HostedSiteFilter) =>
  infiniteQueryOptions({
    queryKey: [...ROWS, filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/support/sites", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const siteQuery = (id: string) => queryOptions({ queryKey: [keys.supportSites, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/support/sites/{id}", { params: { path: { id } }, signal })) });

/** What hosting comes to from one month to another, the latest first. */
export const hostingQuery = (from: Month, to: Month, clientId?: string) =>
  queryOptions({ queryKey: [keys.supportMonths, "hosting", from, to, clientId ?? "all"], queryFn: ({ signal }) => ask(api.GET("/api/support/hosting/months", { params: { query: { from, to, ...(clientId ? { clientId } : {}) } }, signal })) });

export const takeOnSite = (body: HostedSiteInput) => ask(api.POST("/api/support/sites", { body }));
export const amendSite = (id: string, version: number, body: HostedSiteChange) => ask(api.PATCH("/api/support/sites/{id}", { params: { path: { id } }, body, headers: ifMatch(version) }));
export const archiveSite = (id: string) => ask(api.POST("/api/support/sites/{id}/archive", { params: { path: { id } } }));
export const restoreSite = (id: string) => ask(api.POST("/api/support/sites/{id}/restore", { params: { path: { id } } }));

/** What cells say, as the server reads it: the last day may be cleared, an empty address is said as such. */
export function toldBy({ end, webAddress, ...fields }: Change): HostedSiteChange {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return { ...said, ...(end === undefined ? {} : { end: end as string | null }), ...(webAddress === undefined ? {} : { webAddress: (webAddress as string | null) ?? "" }) };
}

/** Writes the cells of one site onto it as it was seen. */
export const saveSite = (row: HostedSite, cells: Change): Promise<HostedSite> => amendSite(row.id, row.version, toldBy(cells));
