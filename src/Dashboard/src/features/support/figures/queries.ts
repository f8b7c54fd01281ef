import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { SupportRequestFilter } from "@/api/types";

/** When the requests of a filter came, of which kind they were, and what they come to. */
export const figuresQuery = (filter: SupportRequestFilter) => queryOptions({ queryKey: [keys.supportRequests, "figures", filter], queryFn: ({ signal }) => ask(api.GET("/api/support/requests/statistics", { params: { query: filter }, signal })) });
