import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { InvoiceInput, Quote, QuoteFilter, QuoteInput } from "@/api/types";
import type { Day } from "@/lib/dates";

/** Quotes of a filter by cursor; count, totals and the counts of the views come with the first page. */
export const quoteRowsQuery = (filter: Omit<QuoteFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.quotes, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/quotes", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const quoteQuery = (id: string) => queryOptions({ queryKey: [keys.quotes, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/quotes/{id}", { params: { path: { id } }, signal })) });

/** What happened to a quote, and how it stood: now, or at a version. */
export const quoteHistoryQuery = (id: string, at?: number) =>
  queryOptions({
    queryKey: [keys.quotes, "history", id, at ?? "now"],
    queryFn: ({ signal }) => ask(api.GET("/api/quotes/{id}/history", { params: { path: { id }, query: at === undefined ? {} : { at: String(at) } }, signal })),
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });

/** What the editor typed, as a quote: it has no date and no terms of payment, but a last day. */
export function quoteOf({ issueDate: _, termsDays: __, charges: ___, ...content }: InvoiceInput, validUntil: Day | null): QuoteInput {
  return { ...content, ...(validUntil ? { validUntil } : {}) };
}

export const askQuote = (body: QuoteInput, signal: AbortSignal) => ask(api.POST("/api/quotes/preview", { body, signal }));
export const saveQuote = (was: Quote | null, body: QuoteInput): Promise<Quote> => (was ? ask(api.PUT("/api/quotes/{id}", { ...at(was), body })) : ask(api.POST("/api/quotes", { body })));

const at = (quote: Pick<Quote, "id" | "version">) => ({ params: { path: { id: quote.id } }, headers: ifMatch(quote.version) });
export const dropQuote = (quote: Quote) => ask(api.DELETE("/api/quotes/{id}", at(quote)));
export const issueQuote = (quote: Pick<Quote, "id" | "version">) => ask(api.POST("/api/quotes/{id}/issue", { ...at(quote), body: {} }));
export const acceptQuote = (quote: Quote) => ask(api.POST("/api/quotes/{id}/accept", at(quote)));
export const prolongQuote = (quote: Quote, validUntil: Day) => ask(api.POST("/api/quotes/{id}/prolong", { ...at(quote), body: { validUntil } }));
export const declineQuote = (quote: Quote, reason: string) => ask(api.POST("/api/quotes/{id}/decline", { ...at(quote), body: { reason } }));
export const withdrawQuote = (quote: Quote, reason: string) => ask(api.POST("/api/quotes/{id}/withdraw", { ...at(quote), body: { reason } }));
export const duplicateQuote = (id: string) => ask(api.POST("/api/quotes/{id}/duplicate", { params: { path: { id } } }));
