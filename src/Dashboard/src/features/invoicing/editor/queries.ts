import { queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Invoice, InvoiceInput } from "@/api/types";

/** What an unsaved draft comes to; the server computes it and writes nothing. */
export const askInvoice = (was: { id: string } | null, body: InvoiceInput, signal: AbortSignal) => ask(api.POST("/api/invoices/preview", { params: { query: was ? { draft: was.id } : {} }, body, signal }));

/** What was charged to a client and stands on no invoice yet. */
export const openChargesQuery = (clientId: string | null) =>
  queryOptions({ queryKey: [keys.charges, "open", clientId], queryFn: ({ signal }) => ask(api.GET("/api/charges", { params: { query: { clientId: clientId!, state: "open", limit: 200 } }, signal })), enabled: clientId !== null });

export const saveDraft = (was: Invoice | null, body: InvoiceInput): Promise<Invoice> =>
  was ? ask(api.PUT("/api/invoices/{id}", { params: { path: { id: was.id } }, headers: ifMatch(was.version), body })) : ask(api.POST("/api/invoices", { body }));
