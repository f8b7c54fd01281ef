import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { CreditNoteFilter, CreditNoteInput } from "@/api/types";

/** Credit notes of a filter by cursor; count and totals come with the first page. */
export const creditNoteRowsQuery = (filter: Omit<CreditNoteFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.creditNotes, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/credit-notes", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const creditNoteQuery = (id: string) => queryOptions({ queryKey: [keys.creditNotes, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/credit-notes/{id}", { params: { path: { id } }, signal })) });

/** What happened to a credit note. It never changes: there is no other version to look at. */
export const creditNoteHistoryQuery = (id: string) => queryOptions({ queryKey: [keys.creditNotes, "history", id], queryFn: ({ signal }) => ask(api.GET("/api/credit-notes/{id}/history", { params: { path: { id } }, signal })) });

/** What a credit note would come to and do; the server computes it. */
export const creditNotePreviewQuery = (invoice: string, body: CreditNoteInput | null) =>
  queryOptions({
    queryKey: [keys.creditNotes, "preview", invoice, body],
    queryFn: ({ signal }) => ask(api.POST("/api/invoices/{id}/credit-notes/preview", { params: { path: { id: invoice } }, body: body!, signal })),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const writeCreditNote = (invoice: string, body: CreditNoteInput) => ask(api.POST("/api/invoices/{id}/credit-notes", { params: { path: { id: invoice } }, body }));
