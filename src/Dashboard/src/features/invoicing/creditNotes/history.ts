import type { Money } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import type { Translate } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import type { HistoryWords } from "@/ui/history/History";
import { messages as invoiceMessages } from "../invoices/messages";
import { messages } from "./messages";

/** What happened to a credit note in the person's words; an event that is not known here keeps its own, made readable. */
export function creditNoteWords(t: Translate<(typeof messages)["en"]>, words: Translate<(typeof invoiceMessages)["en"]>, formats: Pick<Formats, "day" | "money">): HistoryWords {
  const names: Readonly<Record<string, string>> = {
    number: words("number"), invoiceNumber: t("ofInvoice"), issueDate: words("issueDate"), reason: words("reason"), total: words("total"), offInvoice: t("offInvoice"), toCredit: t("becameCredit"),
  };
  return {
    step: ({ events: [event = ""] }) => (event.endsWith(".credit_note_issued") ? t("wasIssued") : event.replace(/^.*\./, "").replaceAll("_", " ")),
    field: (field) => names[field] ?? field,
    value: (_, value) => {
      if (value === null || value === undefined) return "–";
      if (typeof value === "object") return formats.money(value as Money);
      const text = String(value);
      return isDay(text) ? formats.day(text) : text;
    },
  };
}
