import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { BillingFilter } from "@/api/types";
import { ROWS } from "../record/queries";

/** Rows of a filter by cursor, 200 at a time. Kept under a key of their own; see record/queries. */
export const rowsQuery = (filter: Omit<BillingFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [ROWS, filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/billing-records", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
