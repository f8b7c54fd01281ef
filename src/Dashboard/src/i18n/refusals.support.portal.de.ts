import type { RefusalTexts } from "./refusals";

/** What the client portal, and those who invite into it, can be refused. */
export const refusals: RefusalTexts = {
  "portal-client-inactive": "Dieser Kunde ist archiviert. Stellen Sie ihn wieder her, bevor Sie jemanden von dort einladen.",
  "portal-invoices-hidden": "Rechnungen werden Ihnen hier nicht gezeigt. Fragen Sie, wer Sie eingeladen hat.",
  "portal-link-spent": "Dieser Link wurde benutzt, ist abgelaufen oder war nie einer. Lassen Sie sich einen neuen schicken.",
  "portal-sign-in-first": "Lassen Sie sich einen Link schicken, und kommen Sie mit ihm herein.",
  "portal-user-known": "Diese Adresse darf schon ins Portal dieses Kunden. Schicken Sie die Einladung noch einmal.",
  "portal-user-withdrawn": "Dieser Zugang wurde entzogen. Laden Sie die Adresse neu ein.",
  "too-many-links": "Links wurden zu oft angefordert oder geöffnet. Sehen Sie in Ihr Postfach, oder versuchen Sie es später noch einmal.",
};
