import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { SupportProject, SupportProjectChange, SupportProjectFilter, SupportProjectInput } from "@/api/types";
import type { Change } from "@/ui/table";

export const ROWS = [keys.supportProjects, "rows"] as const;

/** A page of projects; the counts of each status come with the first one. */
export const readProjects = (filter: SupportProjectFilter, cursor: string | null, signal: AbortSignal) => ask(api.GET("/api/support/projects", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } }, signal }));

export const projectsQuery = (filter: SupportProjectFilter) =>
  infiniteQueryOptions({
    queryKey: [...ROWS, filter],
    queryFn: ({ pageParam, signal }) => readProjects(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const projectQuery = (id: string) => queryOptions({ queryKey: [keys.supportProjects, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/support/projects/{id}", { params: { path: { id } }, signal })) });

export const planProject = (body: SupportProjectInput) => ask(api.POST("/api/support/projects", { body }));
export const amendProject = (id: string, version: number, body: SupportProjectChange) => ask(api.PATCH("/api/support/projects/{id}", { params: { path: { id } }, body, headers: ifMatch(version) }));
export const archiveProject = (id: string) => ask(api.POST("/api/support/projects/{id}/archive", { params: { path: { id } } }));
export const restoreProject = (id: string) => ask(api.POST("/api/support/projects/{id}/restore", { params: { path: { id } } }));

/** What cells say, as the server reads it: a day may be cleared, and a status is whether it may be invoiced. */
export function toldBy({ status, completedOn, ...fields }: Change): SupportProjectChange {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return { ...said, ...(completedOn === undefined ? {} : { completedOn: completedOn as string | null }), ...(typeof status === "string" ? { ready: status === "ready" } : {}) };
}

/** Writes the cells of one project onto it as it was seen. */
export const saveProject = (row: SupportProject, cells: Change): Promise<SupportProject> => amendProject(row.id, row.version, toldBy(cells));
