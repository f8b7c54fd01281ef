import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { LimitInput, LimitLine } from "@/api/types";

/** Usage events are no facts of the log: nothing tells of them, so the gauges are read again every few seconds. */
export const limitsQuery = queryOptions({ queryKey: [keys.limits], queryFn: ({ signal }) => ask(api.GET("/api/usage-limits", { signal })), refetchInterval: 10_000 });

export const alertsQuery = infiniteQueryOptions({
  queryKey: [keys.limits, "alerts"],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/api/usage-limits/alerts", { params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const agreeLimit = (body: LimitInput) => ask(api.PUT("/api/usage-limits", { body }));
export const dropLimit = ({ subject, code }: LimitLine) => ask(api.POST("/api/usage-limits/drop", { body: { subject, code } }));
