import type { BillingAddress } from "@/api/types";
import type { PlainKey, Translate } from "@/i18n/messages";
import type { HistoryWords } from "@/ui/history/History";
import { addressLines } from "./draft";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

const fields: readonly string[] = ["name", "emails", "ccEmails", "bounced", "phone", "address", "taxId", "currency", "language", "termsDays", "taxTreatment", "exemptionReason", "note", "stripeId", "helpDeskId", "crmId", "accountingId", "standing", "mergedInto"];

/** The history of a client in the person's words; an event that is not known here keeps its own, made readable. */
export function clientWords(t: Translate<Texts>, country: (code: string) => string, language: (code: string) => string): HistoryWords {
  const value = (field: string, of: unknown): string => {
    if (of === null || of === undefined || of === "") return t("none");
    if (Array.isArray(of)) return of.join(", ");
    if (field === "address") return addressLines(of as BillingAddress, country).join(", ");
    if (field === "language") return language(String(of));
    if (field === "termsDays") return t("days", { count: Number(of) });
    const key = `${field === "standing" ? "standing" : "treatment"}_${String(of)}`;
    return (field === "standing" || field === "taxTreatment") && key in messages.en ? t(key as PlainKey<Texts>) : String(of);
  };
  return {
    step: ({ events }) => {
      // The first event of a new client says it all; the others only fill it in.
      const alias = (events.find((event) => /\.client_(added|archived|restored|merged|took_over|forgotten)$/.test(event)) ?? events[0] ?? "").replace(/^.*\./, "");
      return `event_${alias}` in messages.en ? t(`event_${alias}` as PlainKey<Texts>) : alias.replaceAll("_", " ");
    },
    field: (field) => (fields.includes(field) ? t(field as PlainKey<Texts>) : field),
    value,
  };
}
