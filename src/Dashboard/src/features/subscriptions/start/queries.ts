import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { SubscriptionInput } from "@/api/types";

/** What starting it would bill; nothing is written. */
export const startPreviewQuery = (body: SubscriptionInput) => queryOptions({ queryKey: [keys.subscriptions, "start", body], queryFn: ({ signal }) => ask(api.POST("/api/subscriptions/preview", { body, signal })), staleTime: 0 });

export const startSubscription = (body: SubscriptionInput) => ask(api.POST("/api/subscriptions", { body }));
