import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { SendInput } from "@/api/types";
import type { MailedDocument } from "./mail";

const path = (id: string) => ({ params: { path: { id } } });

/** The first part of a document's query keys. */
const keyOf = ({ kind }: MailedDocument) => (kind === "quote" ? keys.quotes : keys.invoices);

/** The mail that goes out unless somebody writes another one. */
export const letterQuery = (of: MailedDocument) =>
  queryOptions({
    queryKey: [keyOf(of), "letter", of.id],
    queryFn: ({ signal }) => (of.kind === "quote" ? ask(api.GET("/api/quotes/{id}/letter", { ...path(of.id), signal })) : ask(api.GET("/api/invoices/{id}/letter", { ...path(of.id), signal }))),
    staleTime: 0,
  });

/** The mails with a document; asked for again while one is under way. */
export const sendingsQuery = (of: MailedDocument) =>
  queryOptions({
    queryKey: [keyOf(of), "sendings", of.id],
    queryFn: ({ signal }) => (of.kind === "quote" ? ask(api.GET("/api/quotes/{id}/sendings", { ...path(of.id), signal })) : ask(api.GET("/api/invoices/{id}/sendings", { ...path(of.id), signal }))),
    refetchInterval: (query) => (query.state.data?.items.some((mail) => mail.state === "underWay") ? 3_000 : query.state.data?.items.some((mail) => mail.state === "scheduled") ? 30_000 : false),
  });

/** Mails a document now, or at an instant. */
export function sendDocument({ kind, id }: MailedDocument, body: SendInput, at: string | null) {
  if (at === null) return kind === "quote" ? ask(api.POST("/api/quotes/{id}/send", { ...path(id), body })) : ask(api.POST("/api/invoices/{id}/send", { ...path(id), body }));
  const planned = { ...body, at };
  return kind === "quote" ? ask(api.POST("/api/quotes/{id}/schedule-send", { ...path(id), body: planned })) : ask(api.POST("/api/invoices/{id}/schedule-send", { ...path(id), body: planned }));
}

export const linksQuery = (id: string) => queryOptions({ queryKey: [keys.invoices, "links", id], queryFn: ({ signal }) => ask(api.GET("/api/invoices/{id}/links", { ...path(id), signal })) });

export const makeLink = (id: string, expiresOn: string | null) => ask(api.POST("/api/invoices/{id}/links", { ...path(id), body: { expiresOn } }));
export const withdrawLink = (id: string, link: string) => ask(api.POST("/api/invoices/{id}/links/{link}/withdraw", { params: { path: { id, link } } }));
export const withdrawSending = ({ kind, id }: MailedDocument, sending: string) =>
  kind === "quote" ? ask(api.POST("/api/quotes/{id}/sendings/{sending}/withdraw", { params: { path: { id, sending } } })) : ask(api.POST("/api/invoices/{id}/sendings/{sending}/withdraw", { params: { path: { id, sending } } }));
