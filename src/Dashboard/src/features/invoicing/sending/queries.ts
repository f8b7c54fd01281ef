import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";

const path = (id: string) => ({ params: { path: { id } } });

/** The mail that goes out unless somebody writes another one. */
export const letterQuery = (id: string) => queryOptions({ queryKey: [keys.invoices, "letter", id], queryFn: ({ signal }) => ask(api.GET("/api/invoices/{id}/letter", { ...path(id), signal })), staleTime: 0 });

/** The mails with an invoice; asked for again while one is under way. */
export const sendingsQuery = (id: string) =>
  queryOptions({
    queryKey: [keys.invoices, "sendings", id],
    queryFn: ({ signal }) => ask(api.GET("/api/invoices/{id}/sendings", { ...path(id), signal })),
    refetchInterval: (query) => (query.state.data?.items.some((mail) => mail.state === "underWay") ? 3_000 : query.state.data?.items.some((mail) => mail.state === "scheduled") ? 30_000 : false),
  });

export const linksQuery = (id: string) => queryOptions({ queryKey: [keys.invoices, "links", id], queryFn: ({ signal }) => ask(api.GET("/api/invoices/{id}/links", { ...path(id), signal })) });

export const makeLink = (id: string, expiresOn: string | null) => ask(api.POST("/api/invoices/{id}/links", { ...path(id), body: { expiresOn } }));
export const withdrawLink = (id: string, link: string) => ask(api.POST("/api/invoices/{id}/links/{link}/withdraw", { params: { path: { id, link } } }));
export const withdrawSending = (id: string, sending: string) => ask(api.POST("/api/invoices/{id}/sendings/{sending}/withdraw", { params: { path: { id, sending } } }));
