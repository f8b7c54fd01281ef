import type { Column, More } from "./types";
import type { Sort } from "./view";

/** The "more" of an infinite query. */
export const moreOf = (query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }): More => ({
  has: query.hasNextPage,
  loading: query.isFetchingNextPage,
  load: () => void query.fetchNextPage(),
});

/** Sorting as the server writes it: `facility,-from`; undefined for its own order. */
export function sortParam<Row>(sort: readonly Sort[], columns: readonly Column<Row, never>[]): string | undefined {
  const fields = sort.flatMap(({ column, descending }) => {
    const field = columns.find((one) => one.id === column)?.sort;
    return field ? [descending ? `-${field}` : field] : [];
  });
  return fields.length > 0 ? fields.join(",") : undefined;
}
