import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { Invoice, Money } from "@/api/types";
import type { Day } from "@/lib/dates";

/** What was billed and what came in up to a day, with the balance after each. */
export const statementQuery = (id: string, at?: Day) =>
  queryOptions({ queryKey: [keys.accounts, "statement", id, at ?? "today"], queryFn: ({ signal }) => ask(api.GET("/api/clients/{id}/statement", { params: { path: { id }, query: at ? { at } : {} }, signal })) });

/** What a client has to its credit, per currency. */
export const creditQuery = (id: string) => queryOptions({ queryKey: [keys.accounts, "credit", id], queryFn: ({ signal }) => ask(api.GET("/api/clients/{id}/credit", { params: { path: { id } }, signal })) });

/** The newest invoices of a client. */
export const latestInvoicesQuery = (clientId: string) =>
  queryOptions({ queryKey: [keys.invoices, "latest", clientId], queryFn: ({ signal }) => ask(api.GET("/api/invoices", { params: { query: { clientId, limit: 8 } }, signal })) });

/** What a client has open in a currency, the longest due first: what credit can pay, which are none of those that are billed elsewhere. */
export const openInvoicesQuery = (clientId: string, currency: string) =>
  queryOptions({ queryKey: [keys.invoices, "open", clientId, currency], queryFn: ({ signal }) => ask(api.GET("/api/invoices", { params: { query: { clientId, currency, status: ["issued"], sort: "dueDate", limit: 200 } }, signal })).then((page) => ({ ...page, items: page.items.filter((row) => row.mirror === null) })) });

/** Payments of a client that count, the newest first. */
export const latestPaymentsQuery = (clientId: string, currency?: string) =>
  queryOptions({ queryKey: [keys.payments, "latest", clientId, currency ?? "all"], queryFn: ({ signal }) => ask(api.GET("/api/payments", { params: { query: { clientId, ...(currency ? { currency, undone: false, limit: 100 } : { limit: 8 }) } }, signal })) });

export const latestCreditNotesQuery = (clientId: string) =>
  queryOptions({ queryKey: [keys.creditNotes, "latest", clientId], queryFn: ({ signal }) => ask(api.GET("/api/credit-notes", { params: { query: { clientId, limit: 8 } }, signal })) });

/** As much of the client's credit as there is and as the invoice asks for. */
export const applyCredit = (invoice: string): Promise<Invoice> => ask(api.POST("/api/invoices/{id}/apply-credit", { params: { path: { id: invoice } }, body: {} }));
export const releaseCredit = (invoice: string): Promise<Invoice> => ask(api.POST("/api/invoices/{id}/release-credit", { params: { path: { id: invoice } } }));

/** Gives credit back in money, whatever it came from. */
export const payOutCredit = (client: string, amount: Money, reason: string, paidOn: Day) => ask(api.POST("/api/clients/{id}/credit/pay-out", { params: { path: { id: client } }, body: { amount, reason, paidOn } }));
