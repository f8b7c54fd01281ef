import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Invoice, InvoiceInput } from "@/api/types";

/** What an unsaved draft comes to; the server computes it. */
export const previewQuery = (draft: string | null, body: InvoiceInput | null) =>
  queryOptions({
    queryKey: [keys.invoices, "preview", draft, body],
    queryFn: ({ signal }) => ask(api.POST("/api/invoices/preview", { params: { query: draft ? { draft } : {} }, body: body!, signal })),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** What was charged to a client and stands on no invoice yet. */
export const openChargesQuery = (clientId: string | null) =>
  queryOptions({ queryKey: [keys.charges, "open", clientId], queryFn: ({ signal }) => ask(api.GET("/api/charges", { params: { query: { clientId: clientId!, state: "open", limit: 200 } }, signal })), enabled: clientId !== null });

export const saveDraft = (was: Invoice | null, body: InvoiceInput): Promise<Invoice> =>
  was ? ask(api.PUT("/api/invoices/{id}", { params: { path: { id: was.id } }, headers: ifMatch(was.version), body })) : ask(api.POST("/api/invoices", { body }));
