import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { BillingRow, BillingRows } from "@/api/types";
import { ROWS } from "./queries";
import { rowKey } from "./rows";

type Lists = InfiniteData<BillingRows, string | null>;

/** Puts a row in the place of the one it was; pages without it stay the same objects. */
export function replaced(lists: Lists, row: BillingRow, key: string): Lists {
  let changed = false;
  const pages = lists.pages.map((page) => {
    const at = page.items.findIndex((one) => (row.id !== null && one.id === row.id) || rowKey(one) === key);
    if (at < 0) return page;
    changed = true;
    return { ...page, items: page.items.with(at, row) };
  });
  return changed ? { ...lists, pages } : lists;
}

/** Shows a saved row wherever it stands. `before` says where, when its period was corrected. */
export function showRow(queries: QueryClient, row: BillingRow, before: BillingRow = row): void {
  queries.setQueriesData<Lists>({ queryKey: [ROWS] }, (lists) => lists && replaced(lists, row, rowKey(before)));
  for (const name of [row.id, rowKey(before)]) if (name !== null && queries.getQueryData([keys.records, "one", name, "now"])) queries.setQueryData([keys.records, "one", name, "now"], row);
}

/** The row as a list shows it now. */
export function shownRow(queries: QueryClient, id: string): BillingRow | undefined {
  for (const [, lists] of queries.getQueriesData<Lists>({ queryKey: [ROWS] })) {
    const found = lists?.pages.flatMap((page) => page.items).find((row) => row.id === id);
    if (found) return found;
  }
  return undefined;
}
