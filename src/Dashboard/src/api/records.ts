import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { api, ask } from "./client";
import { onChange, type Change } from "./live";
import { keys } from "./queries";
import type { BillingFilter, BillingRow, BillingRows } from "./types";

type Pages = InfiniteData<BillingRows, string | null>;

/** The same row, saved or still computed: one per facility and beginning of its period. */
export const isSameRow = (left: BillingRow, right: BillingRow) => (left.id !== null && left.id === right.id) || (left.facilityId === right.facilityId && left.from === right.from);

/** Puts a row as the server now has it into every list that shows it, in its place. `before`: the row as the list knew it. */
export function patchRow(queries: QueryClient, row: BillingRow, before: BillingRow = row): void {
  queries.setQueriesData<Pages>({ queryKey: [keys.records], predicate: ({ state }) => isPages(state.data) }, (data) => {
    if (!data) return data;
    let touched = false;
    const pages = data.pages.map((page) => {
      const at = page.items.findIndex((one) => isSameRow(one, before) || isSameRow(one, row));
      if (at < 0) return page;
      touched = true;
      return { ...page, items: page.items.with(at, row) };
    });
    return touched ? { ...data, pages } : data;
  });
}

const isPages = (data: unknown): data is Pages => typeof data === "object" && data !== null && "pages" in data;

/** Sums and count anew for every list on screen, without loading its rows again. */
export async function refreshTotals(queries: QueryClient): Promise<void> {
  const lists = queries.getQueryCache().findAll({ queryKey: [keys.records], type: "active" }).filter(({ state }) => isPages(state.data));
  await Promise.all(
    lists.map(async ({ queryKey }) => {
      const { sort: _, limit: __, ...filter } = (queryKey[1] ?? {}) as BillingFilter;
      const { count, totals } = await ask(api.GET("/api/billing-records", { params: { query: { ...filter, limit: 1 } } }));
      queries.setQueryData<Pages>(queryKey, (data) => data && { ...data, pages: data.pages.map((page, at) => (at === 0 ? { ...page, count, totals } : page)) });
    }),
  );
}

const FEW = 20;

/**
 * Keeps loaded lists of billing records right while other people work: a few changes are fetched row by row and put in place, so that
 * nothing jumps; many (an import) load the lists anew. Returns how to stop. The generic live updates leave the rows to this.
 */
export function followRecords(queries: QueryClient): () => void {
  let waiting: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = async () => {
    timer = undefined;
    const changes = waiting;
    waiting = [];
    const ids = [...new Set(changes.map((change) => change.id))];
    void queries.invalidateQueries({ queryKey: [keys.groups] });
    const known = new Map(loadedRows(queries).map((row) => [row.id, row.version]));
    const fresh = ids.filter((id) => changes.some((change) => change.id === id && (known.get(id) ?? 0) < change.version));
    if (ids.length > FEW) return void (await queries.invalidateQueries({ queryKey: [keys.records] }));
    const rows = await Promise.all(fresh.map((id) => ask(api.GET("/api/billing-records/{id}", { params: { path: { id } } }))));
    const loaded = loadedRows(queries);
    // A row nobody shows yet may belong into a list: only the server knows where.
    if (!rows.every((row) => loaded.some((one) => isSameRow(one, row)))) return void (await queries.invalidateQueries({ queryKey: [keys.records] }));
    for (const row of rows) patchRow(queries, row);
    await Promise.all([refreshTotals(queries), queries.invalidateQueries({ queryKey: [keys.records, "totals"] })]);
  };
  const stop = onChange((change) => {
    if (change.stream !== "facilities.billing_record") return;
    waiting.push(change);
    timer ??= setTimeout(() => void settle().catch(() => queries.invalidateQueries({ queryKey: [keys.records] })), 300);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

function loadedRows(queries: QueryClient): BillingRow[] {
  return queries.getQueriesData<Pages>({ queryKey: [keys.records] }).flatMap(([, data]) => (isPages(data) ? data.pages.flatMap((page) => page.items) : []));
}
