import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { Money, PaymentFilter, PaymentInput } from "@/api/types";
import type { Day } from "@/lib/dates";
import type { Trial } from "./payment";

/** A page of the payments of a filter, as many as the server gives at once unless fewer are wanted. */
export const readPayments = (filter: PaymentFilter, cursor: string | null, signal: AbortSignal, limit = 200) => ask(api.GET("/api/payments", { params: { query: { ...filter, limit, ...(cursor ? { cursor } : {}) } }, signal }));

/** Payments of a filter by cursor; count and totals come with the first page. */
export const paymentRowsQuery = (filter: Omit<PaymentFilter, "cursor" | "limit">, limit = 200) =>
  infiniteQueryOptions({
    queryKey: [keys.payments, "rows", filter, limit],
    queryFn: ({ pageParam, signal }) => readPayments(filter, pageParam, signal, limit),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const paymentQuery = (id: string) => queryOptions({ queryKey: [keys.payments, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/payments/{id}", { params: { path: { id } }, signal })) });

/** What happened to a payment, and how it stood: now, or at a version. */
export const paymentHistoryQuery = (id: string, at?: number) =>
  queryOptions({
    queryKey: [keys.payments, "history", id, at ?? "now"],
    queryFn: ({ signal }) => ask(api.GET("/api/payments/{id}/history", { params: { path: { id }, query: at === undefined ? {} : { at: String(at) } }, signal })),
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });

/** Which invoices a payment would pay, and what would become credit; the server computes it. */
export const trialQuery = (trial: Trial | null) =>
  queryOptions({
    queryKey: [keys.invoices, "payment-preview", trial],
    queryFn: ({ signal }) => ask(api.POST("/api/payments/preview", { body: trial!, signal })),
    enabled: trial !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const recordPayment = (body: PaymentInput) => ask(api.POST("/api/payments", { body }));
/** What a client has to its credit pays its open invoices, the longest due first. */
export const applyCreditToOldest = (client: string, currency: string) => ask(api.POST("/api/clients/{id}/credit/apply", { params: { path: { id: client } }, body: { currency } }));
export const undoPayment = (id: string, reason: string) => ask(api.POST("/api/payments/{id}/undo", { params: { path: { id } }, body: { reason } }));
export const refundPayment = (id: string, amount: Money, reason: string, refundedOn: Day) => ask(api.POST("/api/payments/{id}/refund", { params: { path: { id } }, body: { amount, reason, refundedOn } }));
