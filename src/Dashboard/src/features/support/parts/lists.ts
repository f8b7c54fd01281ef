import type { InfiniteData, QueryClient } from "@tanstack/react-query";

interface Listed<T> {
  items: T[];
}

/** Puts a saved row in the place of the one it was, in every list that shows it. */
export function showIn<T extends { id: string }>(queries: QueryClient, key: readonly string[], row: T): void {
  queries.setQueriesData<InfiniteData<Listed<T>, string | null>>({ queryKey: key }, (lists) => lists && { ...lists, pages: lists.pages.map((page) => ({ ...page, items: page.items.map((one) => (one.id === row.id ? row : one)) })) });
}

/** Every row of a list, page by page. */
export async function* everyPage<Row>(read: (cursor: string | null) => Promise<{ items: Row[]; nextCursor: string | null }>): AsyncGenerator<Row[]> {
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page: { items: Row[]; nextCursor: string | null } = await read(cursor);
    yield page.items;
    cursor = page.nextCursor;
  }
}

/** A filter as the query of an address. */
export const queryOf = (filter: object): string => new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString();

/** A search of the address with parts set anew; what is undefined is left out. */
export const withPart = <Search extends object>(search: Search, part: { [K in keyof Search]?: Search[K] | undefined }): Search => Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as Search;
