import type { Quote } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { DocumentFact, DocumentHead, DocumentLines, PaperSheet, Sums } from "../invoices/Document";
import { messages } from "./messages";

/** The quote as it is printed: for whom, what, and until when. */
export function QuoteDocument({ quote }: { quote: Quote }) {
  const t = useText(messages);
  const formats = useFormats();
  const words = [
    { name: t("shipTo"), text: quote.shipTo },
    { name: t("notes"), text: quote.notes },
    { name: t("terms"), text: quote.terms },
  ];
  return (
    <PaperSheet kind="quote" id={quote.id} label={t("quote")}>
      <DocumentHead client={quote.client} label={t("for")}>
        <DocumentFact name={t("number")}>{quote.number ?? t("draft")}</DocumentFact>
        <DocumentFact name={t("issueDate")}>{quote.issueDate && formats.day(quote.issueDate)}</DocumentFact>
        <DocumentFact name={t("validUntil")}>{quote.validUntil ? formats.day(quote.validUntil) : t("usualValidity")}</DocumentFact>
        {quote.period && <DocumentFact name={t("period")}>{t("days", { from: formats.day(quote.period.from), through: formats.day(quote.period.through) })}</DocumentFact>}
        {quote.purchaseOrder && <DocumentFact name={t("purchaseOrder")}>{quote.purchaseOrder}</DocumentFact>}
      </DocumentHead>
      <DocumentLines lines={quote.lines} />
      <Sums invoice={quote} />
      {words.map(
        ({ name, text }) =>
          text && (
            <section key={name} className="mt-6">
              <h2 className="text-xs text-muted">{name}</h2>
              <p className="break-words whitespace-pre-line">{text}</p>
            </section>
          ),
      )}
    </PaperSheet>
  );
}
