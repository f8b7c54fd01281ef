import type { HistoryEntry, Schedule } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import type { PlainKey, Translate } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import type { HistoryWords } from "@/ui/history/History";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

const weighty = /\.(recurring_invoice_(begun|paused|resumed|ended)|occurrence_\w+|recurring_prices_\w+)$/;

/** What is told of it: not the client's id, which nobody reads. */
export const toldOf = (items: readonly HistoryEntry[]): HistoryEntry[] => items.map((item) => ({ ...item, changes: item.changes.filter(({ field }) => field !== "clientId") }));

/** What happened to a recurring invoice in the person's words; an event that is not known here keeps its own, made readable. */
export function recurringWords(t: Translate<Texts>, formats: Pick<Formats, "day">, schedule: (value: Schedule) => string): HistoryWords {
  return {
    step: ({ events }) => {
      const alias = (events.find((event) => event.endsWith("_begun")) ?? events.find((event) => weighty.test(event)) ?? events[0] ?? "").replace(/^.*\./, "");
      return `event_${alias}` in messages.en ? t(`event_${alias}` as PlainKey<Texts>) : alias.replaceAll("_", " ");
    },
    field: (field) => (`field_${field}` in messages.en ? t(`field_${field}` as PlainKey<Texts>) : field),
    value: (field, value) => {
      if (value === null || value === undefined) return "–";
      if (field === "schedule") return schedule(value as Schedule);
      const text = String(value);
      if (field === "then" && `then_${text}` in messages.en) return t(`then_${text}` as PlainKey<Texts>);
      return isDay(text) ? formats.day(text) : text;
    },
  };
}
