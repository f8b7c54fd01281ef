import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { MailInput, SavedReport, SavedReportInput } from "@/api/types";
import type { ReportSearch } from "./search";

export const reportsQuery = queryOptions({ queryKey: [keys.reports, "list"], queryFn: ({ signal }) => ask(api.GET("/api/reports", { signal })), staleTime: 600_000 });

/** As the server calls it. */
const asked = ({ asOf, ...days }: ReportSearch) => ({ ...days, ...(asOf ? { at: asOf } : {}) });

/** What happens now makes a report of now another one, and none of the past. */
export const reportQuery = (name: string, search: ReportSearch) =>
  queryOptions({ queryKey: [search.asOf ? "reports of the past" : keys.reports, name, search], ...(search.asOf ? { staleTime: Infinity } : {}), queryFn: ({ signal }) => ask(api.GET("/api/reports/{name}", { params: { path: { name }, query: asked(search) }, signal })) });

/** The report of now made from the events, and what differs from the one that stands. */
export const replayReport = (name: string, { from, to }: ReportSearch) =>
  ask(api.POST("/api/reports/{name}/replay", { params: { path: { name }, query: { ...(from ? { from } : {}), ...(to ? { to } : {}), compare: true } } }));

/** Where a file of the report is. */
export const exportPath = (name: string, search: ReportSearch, format: string) => `/api/reports/${encodeURIComponent(name)}/export?${new URLSearchParams({ format, ...asked(search) })}`;

export const savedQuery = queryOptions({ queryKey: [keys.reports, "saved"], queryFn: ({ signal }) => ask(api.GET("/api/saved-reports", { signal })) });

/** Whoever can be written to. */
export const readersQuery = queryOptions({
  queryKey: [keys.people, "readers"],
  queryFn: async ({ signal }) => (await ask(api.GET("/api/users", { signal }))).items.filter((one) => one.active).map(({ id, email, firstName, lastName }) => ({ id, label: [`${firstName ?? ""} ${lastName ?? ""}`.trim(), email].filter(Boolean).join(" · ") })),
});

const at = (id: string) => ({ params: { path: { id } } });
export const saveReport = (body: SavedReportInput) => ask(api.POST("/api/saved-reports", { body }));
export const dropReport = (id: string) => api.DELETE("/api/saved-reports/{id}", at(id));
export const agreeMail = ({ id }: SavedReport, body: MailInput) => ask(api.PUT("/api/saved-reports/{id}/mail", { ...at(id), body }));
export const stopMail = (id: string) => api.DELETE("/api/saved-reports/{id}/mail", at(id));
