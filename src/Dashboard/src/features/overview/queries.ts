import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { Day } from "@/lib/dates";

/** What is billed, open, late and drafted, per currency. */
export const invoiceSumsQuery = queryOptions({ queryKey: [keys.invoices, "overview"], queryFn: ({ signal }) => ask(api.GET("/api/invoices/stats", { signal })) });

/** What came in in the month of a day, per currency. */
export const receivedQuery = (day: Day) => queryOptions({ queryKey: [keys.invoices, "received", day], queryFn: ({ signal }) => ask(api.GET("/api/invoices/stats/months", { params: { query: { from: day, to: day } }, signal })) });

export const latestPaymentsQuery = queryOptions({ queryKey: [keys.payments, "latest"], queryFn: ({ signal }) => ask(api.GET("/api/payments", { params: { query: { undone: false, limit: 6 } }, signal })) });

// How many of each wait for somebody.
export const openChargesQuery = queryOptions({ queryKey: [keys.charges, "open"], queryFn: async ({ signal }) => (await ask(api.GET("/api/charges", { params: { query: { state: "open", limit: 1 } }, signal }))).count ?? 0 });
export const runsToApproveQuery = queryOptions({ queryKey: [keys.billingRuns, "toApprove"], queryFn: async ({ signal }) => (await ask(api.GET("/api/billing-runs", { params: { query: { state: "toApprove", limit: 50 } }, signal }))).items.length });
export const parkedRecurringQuery = queryOptions({ queryKey: [keys.recurring, "parked"], queryFn: async ({ signal }) => (await ask(api.GET("/api/recurring-invoices", { params: { query: { status: "parked", limit: 1 } }, signal }))).counts?.["parked"] ?? 0 });

/** What comes in each month, per currency. */
export const revenueQuery = (day: Day) => queryOptions({ queryKey: [keys.revenue, "overview", day], queryFn: ({ signal }) => ask(api.GET("/api/metrics/mrr", { params: { query: { from: day, to: day } }, signal })) });

/** How much of what may be spent on AI services is spent. */
export const budgetsQuery = queryOptions({ queryKey: [keys.aiBudgets, "overview"], queryFn: ({ signal }) => ask(api.GET("/api/ai/budgets", { params: { query: { closed: false, limit: 3 } }, signal })) });

/** What a month of support comes to, per currency. */
export const supportMonthQuery = (month: string) => queryOptions({ queryKey: [keys.supportMonths, "overview", month], queryFn: ({ signal }) => ask(api.GET("/api/support/months", { params: { query: { from: month, to: month } }, signal })) });
