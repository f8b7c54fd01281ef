import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { patchRow } from "./records";
import { keys } from "./queries";
import type { BillingRow } from "./types";

const row = (id: string | null, from: string, version = 0) => ({ id, facilityId: "f", from, version }) as BillingRow;

test("a row that is saved for the first time takes the computed row's place", () => {
  const queries = new QueryClient();
  const key = [keys.records, { groupId: "g" }];
  queries.setQueryData(key, { pages: [{ items: [row(null, "2025-10-01"), row("b", "2025-11-01", 3)], nextCursor: null, count: 2 }], pageParams: [null] });
  queries.setQueryData([keys.records, "totals", {}], { items: [], nextCursor: null });
  patchRow(queries, row("a", "2025-10-01", 1));
  patchRow(queries, row("b", "2025-12-01", 4));
  patchRow(queries, row("elsewhere", "2020-01-01", 1));
  const data = queries.getQueryData<{ pages: { items: BillingRow[]; count: number }[] }>(key)!;
  expect(data.pages[0]!.items.map((one) => [one.id, one.from, one.version])).toEqual([["a", "2025-10-01", 1], ["b", "2025-12-01", 4]]);
  expect(data.pages[0]!.count).toBe(2);
});
