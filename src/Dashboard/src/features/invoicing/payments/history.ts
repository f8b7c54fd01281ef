import type { Money } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import type { PlainKey, Translate } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import type { HistoryWords } from "@/ui/history/History";
import { messages as invoiceMessages } from "../invoices/messages";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];
type InvoiceTexts = (typeof invoiceMessages)["en"];

/** What happened to a payment in the person's words; an event that is not known here keeps its own, made readable. */
export function paymentWords(t: Translate<Texts>, words: Translate<InvoiceTexts>, formats: Pick<Formats, "day" | "money">): HistoryWords {
  const names: Readonly<Record<string, string>> = {
    reference: words("reference"), amount: words("amount"), receivedOn: words("receivedOn"), method: words("method"), fee: words("fee"), note: words("note"),
    allocated: t("allocated"), credited: t("toCredit"), refunded: t("givenBack"), undone: t("undone"), takenBackBecause: t("field_takenBackBecause"),
  };
  return {
    step: ({ events }) => {
      const alias = (events.find((event) => /\.payment_(received|undone|refunded)$/.test(event)) ?? events[0] ?? "").replace(/^.*\./, "");
      return `event_${alias}` in messages.en ? t(`event_${alias}` as PlainKey<Texts>) : alias.replaceAll("_", " ");
    },
    field: (field) => names[field] ?? field,
    value: (field, value) => {
      if (value === null || value === undefined) return "–";
      if (typeof value === "object") return formats.money(value as Money);
      if (value === true) return t("yes");
      const text = String(value);
      if (field === "method") return words(`method_${text}` as PlainKey<InvoiceTexts>);
      return isDay(text) ? formats.day(text) : text;
    },
  };
}
