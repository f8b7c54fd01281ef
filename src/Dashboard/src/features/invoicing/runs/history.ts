import type { Formats } from "@/i18n/formats";
import type { PlainKey, Translate } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import type { HistoryWords } from "@/ui/history/History";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

const weighty = /\.(billing_run_\w+|parked_of_run_retried)$/;

/** What happened to a billing run in the person's words; an event that is not known here keeps its own, made readable. */
export function runWords(t: Translate<Texts>, formats: Pick<Formats, "day" | "number">): HistoryWords {
  return {
    step: ({ events }) => {
      const alias = (events.find((event) => weighty.test(event)) ?? events[0] ?? "").replace(/^.*\./, "");
      return `event_${alias}` in messages.en ? t(`event_${alias}` as PlainKey<Texts>) : alias.replaceAll("_", " ");
    },
    field: (field) => (`field_${field}` in messages.en ? t(`field_${field}` as PlainKey<Texts>) : field in messages.en ? t(field as PlainKey<Texts>) : field),
    value: (field, value) => {
      if (value === null || value === undefined) return "–";
      if (typeof value === "number") return formats.number(value);
      if (field === "period") return t("days", { from: formats.day((value as { from: string }).from), through: formats.day((value as { through: string }).through) });
      const text = String(value);
      if (field === "state" && `state_${text}` in messages.en) return t(`state_${text}` as PlainKey<Texts>);
      return isDay(text) ? formats.day(text) : text;
    },
  };
}
