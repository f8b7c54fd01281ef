import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { InvoiceInput, Recurring, RecurringFilter, RecurringInput } from "@/api/types";
import type { Day } from "@/lib/dates";

export const recurringRowsQuery = (filter: Omit<RecurringFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.recurring, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/recurring-invoices", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const recurringQuery = (id: string) => queryOptions({ queryKey: [keys.recurring, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/recurring-invoices/{id}", { params: { path: { id } }, signal })) });

/** What happened to a recurring invoice, and how it stood: now, or at a version. */
export const recurringHistoryQuery = (id: string, at?: number) =>
  queryOptions({
    queryKey: [keys.recurring, "history", id, at ?? "now"],
    queryFn: ({ signal }) => ask(api.GET("/api/recurring-invoices/{id}/history", { params: { path: { id }, query: at === undefined ? {} : { at: String(at) } }, signal })),
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });

export const askRecurring = (body: RecurringInput, signal: AbortSignal) => ask(api.POST("/api/recurring-invoices/preview", { body, signal }));
export const saveRecurring = (was: Recurring | null, body: RecurringInput): Promise<Recurring> => (was ? ask(api.PUT("/api/recurring-invoices/{id}", { ...at(was), body })) : ask(api.POST("/api/recurring-invoices", { body })));

const at = (recurring: Pick<Recurring, "id" | "version">) => ({ params: { path: { id: recurring.id } }, headers: ifMatch(recurring.version) });
export const pause = (recurring: Pick<Recurring, "id" | "version">) => ask(api.POST("/api/recurring-invoices/{id}/pause", at(recurring)));
export const resume = (recurring: Pick<Recurring, "id" | "version">) => ask(api.POST("/api/recurring-invoices/{id}/resume", at(recurring)));
export const end = (recurring: Recurring) => ask(api.POST("/api/recurring-invoices/{id}/end", at(recurring)));
export const retry = (recurring: Recurring) => ask(api.POST("/api/recurring-invoices/{id}/retry", at(recurring)));
export const changePrices = (recurring: Recurring, from: Day, { lines, discount }: InvoiceInput) => ask(api.POST("/api/recurring-invoices/{id}/price-change", { ...at(recurring), body: { from, lines: lines ?? [], ...(discount ? { discount } : {}) } }));
export const takeBackPrices = (recurring: Recurring, from: Day) => ask(api.POST("/api/recurring-invoices/{id}/price-change/withdraw", { ...at(recurring), body: { from } }));
