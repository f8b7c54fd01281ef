import { queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Subscription, SubscriptionChange } from "@/api/types";

/** What becomes of what is paid for and will not be used. */
export type Unused = "credit" | "keep" | "refund";
/** What is asked for: a change, or an end now. */
export type Wish = SubscriptionChange | { end: Unused };

export const subscriptionQuery = (id: string) => queryOptions({ queryKey: [keys.subscriptions, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/subscriptions/{id}", { params: { path: { id } }, signal })) });

/** What happened to a subscription, and what it was: now, or at an instant. */
export const subscriptionHistoryQuery = (id: string, at?: string) =>
  queryOptions({
    queryKey: [keys.subscriptions, "history", id, at ?? "now"],
    queryFn: ({ signal }) => ask(api.GET("/api/subscriptions/{id}/history", { params: { path: { id }, query: at === undefined ? {} : { at } }, signal })),
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });

/** What a wish would bill, and the next invoice; without one only that. The version makes it new after each change. */
export const subscriptionPreviewQuery = ({ id, version }: Subscription, wish: Wish = {}) =>
  queryOptions({
    queryKey: [keys.subscriptions, "preview", id, version, wish],
    queryFn: ({ signal }) =>
      ask("end" in wish
        ? api.POST("/api/subscriptions/{id}/preview", { params: { path: { id }, query: { immediately: true, unused: wish.end } }, body: {}, signal })
        : api.POST("/api/subscriptions/{id}/preview", { params: { path: { id } }, body: wish, signal })),
  });

const at = ({ id, version }: Subscription) => ({ params: { path: { id } }, headers: ifMatch(version) });
export const change = (subscription: Subscription, body: SubscriptionChange) => ask(api.PATCH("/api/subscriptions/{id}", { ...at(subscription), body }));
export const end = (subscription: Subscription, unused: Unused) => ask(api.DELETE("/api/subscriptions/{id}", { headers: ifMatch(subscription.version), params: { path: { id: subscription.id }, query: { immediately: true, unused } } }));
export const pause = (subscription: Subscription, keepAccess: boolean) => ask(api.POST("/api/subscriptions/{id}/pause", { ...at(subscription), body: { keepAccess } }));
export const resume = (subscription: Subscription) => ask(api.POST("/api/subscriptions/{id}/resume", at(subscription)));
export const retry = (subscription: Subscription) => ask(api.POST("/api/subscriptions/{id}/retry", { params: { path: { id: subscription.id } } }));
