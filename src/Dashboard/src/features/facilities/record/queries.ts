import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { Problem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { BillingRow } from "@/api/types";
import { readRowName } from "./rows";

/** Lists of rows have a key of their own: a change of one record is put in its place instead of loading every page again. */
export const ROWS = "billing-rows";

/** One row by its name in the address, as it is or as it was at a version. */
export const rowQuery = (name: string, at?: number) =>
  queryOptions({
    queryKey: [keys.records, "one", name, at ?? "now"],
    queryFn: async ({ signal }): Promise<BillingRow> => {
      const of = readRowName(name);
      if ("id" in of) return ask(api.GET("/api/billing-records/{id}", { params: { path: { id: of.id }, query: at === undefined ? {} : { at: String(at) } }, signal }));
      const { items } = await ask(api.GET("/api/billing-records", { params: { query: { facilityId: of.facilityId, from: of.from, through: of.through, limit: 50 } }, signal }));
      const found = items.find((row) => row.from === of.from && row.through === of.through);
      if (!found) throw new Problem(404, { code: "not-found" });
      return found;
    },
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });

export const historyQuery = (id: string) =>
  queryOptions({ queryKey: [keys.records, "history", id], queryFn: ({ signal }) => ask(api.GET("/api/billing-records/{id}/history", { params: { path: { id } }, signal })) });

/** After something that touches many records: every list, every total. */
export const refreshRecords = (queries: QueryClient) => Promise.all([ROWS, keys.records, keys.groups].map((key) => queries.invalidateQueries({ queryKey: [key] })));

let timer: ReturnType<typeof setTimeout> | undefined;
/** After one record changed: totals and what groups have open. Quick typing asks once. */
export function refreshFigures(queries: QueryClient): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    void queries.invalidateQueries({ queryKey: [keys.records, "totals"] });
    void queries.invalidateQueries({ queryKey: [keys.records, "year"] });
    void queries.invalidateQueries({ queryKey: [keys.groups] });
  }, 300);
}
