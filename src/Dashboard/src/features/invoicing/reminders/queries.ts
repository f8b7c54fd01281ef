import { queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { MailPreviewInput, MailText, MailTexts, ReminderPlan, ReminderPlanInput } from "@/api/types";

const path = (id: string) => ({ params: { path: { id } } });

/** When and how clients are reminded. */
export const reminderPlanQuery = queryOptions({ queryKey: [keys.reminderPlan], queryFn: ({ signal }) => ask(api.GET("/api/invoicing/reminders", { signal })) });
export const arrangeReminders = (onto: ReminderPlan, body: ReminderPlanInput) => ask(api.PUT("/api/invoicing/reminders", { body, headers: ifMatch(onto.version) }));

/** Documents that are mailed with a text of the organisation's own. */
export const mailedDocuments = ["invoice", "quote"] as const;
export type MailedDocument = (typeof mailedDocuments)[number];

const textsAt = { invoice: "/api/invoicing/mail-texts", quote: "/api/invoicing/quote-mail-texts" } as const;

/** What the mail with a kind of document says. */
export const mailTextsQuery = (of: MailedDocument) => queryOptions({ queryKey: [keys.invoicingSettings, "mail", of], queryFn: ({ signal }) => ask(api.GET(textsAt[of], { signal })) });
export const writeMailTexts = (of: MailedDocument, onto: MailTexts, texts: MailText[]) => ask(api.PUT(textsAt[of], { body: { texts }, headers: ifMatch(onto.version) }));

/** A text as it would look in a mail, for a document that is made up. */
export const previewText = (body: MailPreviewInput) => ask(api.POST("/api/invoicing/mail-texts/preview", { body }));

/** The reminders of one invoice; asked for again while a mail is under way. */
export const remindersQuery = (id: string) =>
  queryOptions({
    queryKey: [keys.invoices, "reminders", id],
    queryFn: ({ signal }) => ask(api.GET("/api/invoices/{id}/reminders", { ...path(id), signal })),
    refetchInterval: (query) => (query.state.data?.log.some((line) => line.mail === "underWay") ? 3_000 : false),
  });

/** The very mail of a step. */
export const reminderPreviewQuery = (id: string, step: number) =>
  queryOptions({ queryKey: [keys.invoices, "reminder", id, step], queryFn: ({ signal }) => ask(api.GET("/api/invoices/{id}/reminders/preview", { params: { path: { id }, query: { step } }, signal })), staleTime: 0 });

export const sendReminder = (id: string, step: number) => ask(api.POST("/api/invoices/{id}/reminders", { ...path(id), body: { step } }));
/** Once more, after it failed for good. */
export const sendReminderAgain = (id: string, step: number) => ask(api.POST("/api/invoices/{id}/reminders/again", { ...path(id), body: { step } }));
export const silenceReminders = (id: string) => ask(api.POST("/api/invoices/{id}/reminders/silence", path(id)));
export const resumeReminders = (id: string) => ask(api.POST("/api/invoices/{id}/reminders/resume", path(id)));
/** No reminders for a client at all, or again. */
export const remindClient = (client: string, reminders: boolean) => ask(api.PUT("/api/clients/{id}", { ...path(client), body: { reminders } }));
