import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Webhook, WebhookInput, WebhookTerms } from "@/api/types";
import type { DeliveryState } from "./search";

const minute = 60_000;

export const eventTypesQuery = queryOptions({ queryKey: [keys.webhooks, "types"], queryFn: ({ signal }) => ask(api.GET("/api/event-types", { signal })), staleTime: 10 * minute });

/** What is sent stands in no event: while a page is looked at, it is asked for every few seconds. */
const often = 3_000;

export const webhooksQuery = infiniteQueryOptions({
  queryKey: [keys.webhooks, "list"],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/api/webhook-endpoints", { params: { query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: often,
});

export const webhookQuery = (id: string) => queryOptions({ queryKey: [keys.webhooks, id], queryFn: ({ signal }) => ask(api.GET("/api/webhook-endpoints/{id}", { params: { path: { id } }, signal })), refetchInterval: often });

export const deliveriesQuery = (endpointId: string, state: DeliveryState | undefined) =>
  infiniteQueryOptions({
    queryKey: [keys.webhooks, endpointId, "deliveries", state ?? "all"],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/webhook-deliveries", { params: { query: { endpointId, limit: 50, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: often,
  });

export const deliveryQuery = (id: string) => queryOptions({ queryKey: [keys.webhooks, "delivery", id], queryFn: ({ signal }) => ask(api.GET("/api/webhook-deliveries/{id}", { params: { path: { id } }, signal })), refetchInterval: often });

const at = (id: string) => ({ params: { path: { id } } });
export const openWebhook = (body: WebhookInput) => ask(api.POST("/api/webhook-endpoints", { body }));
export const arrangeWebhook = ({ id, version }: Webhook, body: WebhookTerms) => ask(api.PUT("/api/webhook-endpoints/{id}", { ...at(id), body, headers: ifMatch(version) }));
export const removeWebhook = (id: string) => api.DELETE("/api/webhook-endpoints/{id}", at(id));
/** @param withdraw whether the secret before ends at once. */
export const rotateSecret = ({ id, version }: Webhook, withdraw: boolean) => ask(api.POST("/api/webhook-endpoints/{id}/rotate", { ...at(id), body: { withdraw }, headers: ifMatch(version) }));
export const testWebhook = (id: string) => ask(api.POST("/api/webhook-endpoints/{id}/test", { ...at(id), body: {} }));
export const replayWebhook = (id: string, since: string) => ask(api.POST("/api/webhook-endpoints/{id}/replay", { ...at(id), body: { since } }));
export const resendDelivery = (id: string) => ask(api.POST("/api/webhook-deliveries/{id}/resend", at(id)));
export const resendFailed = (endpointId: string) => ask(api.POST("/api/webhook-deliveries/resend-failed", { body: { endpointId } }));
