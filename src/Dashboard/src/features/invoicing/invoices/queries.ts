import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Invoice, InvoiceFilter } from "@/api/types";

/** Invoices of a filter by cursor; count, totals and the counts of the views come with the first page. */
export const invoiceRowsQuery = (filter: Omit<InvoiceFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.invoices, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/invoices", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const invoiceQuery = (id: string) => queryOptions({ queryKey: [keys.invoices, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/invoices/{id}", { params: { path: { id } }, signal })) });

const letterheads = { invoice: ["/api/invoices/{id}/letterhead", keys.invoices], quote: ["/api/quotes/{id}/letterhead", keys.quotes], creditNote: ["/api/credit-notes/{id}/letterhead", keys.creditNotes] } as const;

/** Who sends a document, how it looks, and how it is paid. */
export const letterheadQuery = (kind: keyof typeof letterheads, id: string) => {
  const [path, key] = letterheads[kind];
  return queryOptions({ queryKey: [key, "letterhead", id], queryFn: ({ signal }) => ask(api.GET(path, { params: { path: { id } }, signal })) });
};

/** What happened to an invoice, and how it stood: now, or at a version. */
export const invoiceHistoryQuery = (id: string, at?: number) =>
  queryOptions({
    queryKey: [keys.invoices, "history", id, at ?? "now"],
    queryFn: ({ signal }) => ask(api.GET("/api/invoices/{id}/history", { params: { path: { id }, query: at === undefined ? {} : { at: String(at) } }, signal })),
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });


const at = (invoice: Pick<Invoice, "id" | "version">) => ({ params: { path: { id: invoice.id } }, headers: ifMatch(invoice.version) });
export const dropDraft = (invoice: Invoice) => ask(api.DELETE("/api/invoices/{id}", at(invoice)));
export const issueInvoice = (invoice: Pick<Invoice, "id" | "version">) => ask(api.POST("/api/invoices/{id}/issue", { ...at(invoice), body: {} }));
export const voidInvoice = (invoice: Invoice, reason: string) => ask(api.POST("/api/invoices/{id}/void", { ...at(invoice), body: { reason } }));
export const giveUpInvoice = (invoice: Invoice, reason: string) => ask(api.POST("/api/invoices/{id}/uncollectible", { ...at(invoice), body: { reason } }));
export const duplicateInvoice = (id: string) => ask(api.POST("/api/invoices/{id}/duplicate", { params: { path: { id } } }));
export const undoPayment = (id: string, reason: string) => ask(api.POST("/api/payments/{id}/undo", { params: { path: { id } }, body: { reason } }));
