import type { HistoryEntry, Money } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import type { PlainKey, Translate } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import { showDecimal } from "@/lib/decimal";
import type { HistoryWords } from "@/ui/history/History";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

/** What is told of it: not ids, which nobody reads. */
export const toldOf = (items: readonly HistoryEntry[]): HistoryEntry[] => items.map((item) => ({ ...item, changes: item.changes.filter(({ field }) => !field.endsWith("Id")) }));

const weighty = /\.charge_(posted|corrected|withdrawn)$/;

/** What happened to a charge in the person's words; an event that is not known here keeps its own, made readable. */
export function chargeWords(t: Translate<Texts>, formats: Pick<Formats, "day" | "money" | "locale">): HistoryWords {
  return {
    step: ({ events }) => {
      const alias = (events.find((event) => weighty.test(event)) ?? events[0] ?? "").replace(/^.*\./, "");
      return `event_${alias}` in messages.en ? t(`event_${alias}` as PlainKey<Texts>) : alias.replaceAll("_", " ");
    },
    field: (field) => (`field_${field}` in messages.en ? t(`field_${field}` as PlainKey<Texts>) : field),
    value: (field, value) => {
      if (value === null || value === undefined) return "–";
      if (field === "amount" || field === "corrected") return formats.money(value as Money);
      if (field === "period") return `${formats.day((value as { from: string }).from)} – ${formats.day((value as { through: string }).through)}`;
      const text = String(value);
      if (field === "quantity" || field === "unitPrice") return showDecimal(text, formats.locale, 0);
      if (field === "state" && `state_${text}` in messages.en) return t(`state_${text}` as PlainKey<Texts>);
      return isDay(text) ? formats.day(text) : text;
    },
  };
}
