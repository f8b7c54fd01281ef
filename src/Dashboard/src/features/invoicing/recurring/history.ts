import type { Formats } from "@/i18n/formats";
import type { PlainKey, Translate } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import type { HistoryWords } from "@/ui/history/History";
import type { Schedule } from "@/api/types";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

/** What happened to a recurring invoice in the person's words; an event that is not known here keeps its own, made readable. */
export function recurringWords(t: Translate<Texts>, formats: Pick<Formats, "day">, schedule: (value: Schedule) => string): HistoryWords {
  return {
    step: ({ events }) => {
      const alias = (events.at(-1) ?? "").replace(/^.*\./, "");
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
