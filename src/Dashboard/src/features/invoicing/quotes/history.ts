import type { Formats } from "@/i18n/formats";
import type { PlainKey, Translate } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import type { HistoryWords } from "@/ui/history/History";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

const weighty = /\.quote_(issued|accepted|declined|withdrawn|prolonged|drafted)$/;

/** The time line of a quote in the person's words; an event that is not known here keeps its own, made readable. */
export function quoteWords(t: Translate<Texts>, formats: Pick<Formats, "day" | "money">): HistoryWords {
  return {
    step: ({ events }) => {
      const alias = (events.find((event) => weighty.test(event)) ?? events[0] ?? "").replace(/^.*\./, "");
      return `event_${alias}` in messages.en ? t(`event_${alias}` as PlainKey<Texts>) : alias.replaceAll("_", " ");
    },
    field: (field) => (`field_${field}` in messages.en ? t(`field_${field}` as PlainKey<Texts>) : field),
    value: (_, value) => {
      const text = String(value ?? "");
      const money = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text);
      return money ? formats.money({ amount: money[1]!, currency: money[2]! }) : isDay(text) ? formats.day(text) : text;
    },
  };
}
