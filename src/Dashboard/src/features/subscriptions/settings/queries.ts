import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";

/** What holds for all subscriptions. */
export const settingsQuery = queryOptions({ queryKey: [keys.subscriptionSettings], queryFn: ({ signal }) => ask(api.GET("/api/subscription-settings", { signal })), staleTime: 60_000 });
