import type { Schedule } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import { useFormats } from "@/i18n/formats";
import { useText, type Translate } from "@/i18n/messages";
import { weekdays } from "@/lib/dates";
import { messages } from "./messages";

type Text = Translate<(typeof messages)["en"]>;
type Words = Pick<Formats, "locale" | "weekday">;

/** 1st, 2nd, 3rd in English; 1., 2., 3. elsewhere. */
export function ordinal(day: number, locale: string): string {
  if (!locale.startsWith("en")) return `${day}.`;
  const endings: Record<string, string> = { one: "st", two: "nd", few: "rd" };
  return `${day}${endings[new Intl.PluralRules("en", { type: "ordinal" }).select(day)] ?? "th"}`;
}

/** The day of the month as said: the 31st is the last day, the 29th and 30th are so in short months. */
function dayWords(day: number, t: Text, locale: string): string {
  if (day >= 31) return t("lastDay");
  return day > 28 ? t("clamped", { nth: ordinal(day, locale) }) : ordinal(day, locale);
}

/** The months in which a schedule of several months bills, as a list in the person's words. */
function monthWords(anchor: string, step: number, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long" });
  const first = (+anchor.slice(5, 7) - 1) % step;
  const months = Array.from({ length: 12 / step }, (_, at) => name.format(new Date(Date.UTC(2023, first + at * step, 1))));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(months);
}

const steps = { everyTwoMonths: 2, quarterly: 3, yearly: 12 } as const;

/** When a schedule bills: "On the 1st of each month". */
export function whenWords(schedule: Schedule, t: Text, formats: Words): string {
  const { frequency, anchor } = schedule;
  const { locale } = formats;
  const weekday = schedule.dayOfWeek ? weekdays.indexOf(schedule.dayOfWeek) : anchor ? new Date(`${anchor}T00:00:00Z`).getUTCDay() : 1;
  switch (frequency) {
    case "weekly":
    case "everyTwoWeeks":
      return t(frequency, { weekday: formats.weekday(weekday, "long") });
    case "semiMonthly": {
      const [first = 1, second = 16] = schedule.days ?? [];
      return t("semiMonthly", { first: dayWords(first, t, locale), second: dayWords(second, t, locale) });
    }
    case "monthly":
      return t("monthly", { nth: dayWords(schedule.dayOfMonth ?? 1, t, locale) });
    case "everyTwoMonths":
    case "quarterly":
    case "yearly": {
      const when = t(frequency, { nth: dayWords(schedule.dayOfMonth ?? 1, t, locale) });
      // With the period rule "current" the bill need not lie in the anchor's month, so the months are left unsaid.
      return anchor && schedule.periodRule === "arrears" ? t("inMonths", { when, months: monthWords(anchor, steps[frequency], locale) }) : when;
    }
    case "custom":
      return t("custom");
  }
}

/** The whole schedule as one sentence: "On the 1st of each month, for the month before." */
export function scheduleWords(schedule: Schedule, t: Text, formats: Words): string {
  const when = whenWords(schedule, t, formats);
  if (schedule.frequency === "custom") return t("alone", { when });
  return t("sentence", { when, period: t(`${schedule.periodRule}_${schedule.frequency}`) });
}

/** "Current cycle", "2 cycles ago", "1 cycle ahead": by index, in the person's language. */
export function cycleLabel(index: number, t: Text): string {
  if (index === 0) return t("currentCycle");
  return index < 0 ? t("ago", { count: -index }) : t("ahead", { count: index });
}

export function useScheduleWords() {
  const t = useText(messages);
  const formats = useFormats();
  return {
    when: (schedule: Schedule) => whenWords(schedule, t, formats),
    sentence: (schedule: Schedule) => scheduleWords(schedule, t, formats),
    cycle: (index: number) => cycleLabel(index, t),
  };
}
