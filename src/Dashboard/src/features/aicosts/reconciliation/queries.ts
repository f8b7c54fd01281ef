import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";

/** The last 30 days of an account, by currency. */
export const reconciliationQuery = (id: string) => queryOptions({ queryKey: [keys.aiUsage, "reconciliation", id], queryFn: ({ signal }) => ask(api.GET("/api/ai/accounts/{id}/reconciliation", { params: { path: { id } }, signal })) });
