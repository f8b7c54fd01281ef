import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { CheckoutFilter, CheckoutInput, PortalInput } from "@/api/types";

/** Checkout sessions, by cursor. */
export const checkoutRowsQuery = (filter: Omit<CheckoutFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.checkouts, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/checkout-sessions", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const openCheckout = (body: CheckoutInput) => ask(api.POST("/api/checkout-sessions", { body }));
export const expireCheckout = (id: string) => ask(api.POST("/api/checkout-sessions/{id}/expire", { params: { path: { id } } }));
export const openPortal = (body: PortalInput) => ask(api.POST("/api/portal-sessions", { body }));
