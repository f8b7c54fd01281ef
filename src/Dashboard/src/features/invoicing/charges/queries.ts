import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { ChargeFilter } from "@/api/types";

/** A page of charges; count, totals and the counts of the states come with the first one. */
export const readCharges = (filter: ChargeFilter, cursor: string | null, signal: AbortSignal) => ask(api.GET("/api/charges", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } }, signal }));

/** Charges of a filter by cursor. */
export const chargeRowsQuery = (filter: Omit<ChargeFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.charges, "rows", filter],
    queryFn: ({ pageParam, signal }) => readCharges(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
