import { createContext, useContext } from "react";
import type { Money } from "@/api/types";
import { minorUnits, showDecimal } from "@/lib/decimal";
import { showDay, todayIn, weekdays, type DateFormat, type Day, type Weekday } from "@/lib/dates";
import { usePreferences } from "@/lib/preferences";
import { useLanguage } from "./messages";

/** What the organisation says about dates and money, before the person has a say. */
export interface House {
  locale: string;
  timeZone: string;
  currency: string;
  dateFormat: DateFormat;
  weekStart: Weekday;
  /** Today in the organisation's time zone, as the server sees it. */
  today: Day;
}

export const plainHouse = (now: Date): House => {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { locale: "en-US", timeZone, currency: "USD", dateFormat: "MM/dd/yyyy", weekStart: "monday", today: todayIn(timeZone, now) };
};

export const HouseContext = createContext<House | null>(null);

let plain: House | undefined;
export const useHouse = (): House => useContext(HouseContext) ?? (plain ??= plainHouse(new Date()));

/** The locale of numbers: the browser's own of the language in use, else the organisation's of that language, else the language. */
export function localeOf(language: string, browser: readonly string[], house: string): string {
  const speaks = (tag: string) => tag.toLowerCase().startsWith(language);
  return browser.find((tag) => speaks(tag) && tag.includes("-")) ?? (speaks(house) ? house : language === "de" ? "de-DE" : "en-US");
}

export type Formats = ReturnType<typeof formatsOf>;
const made = new WeakMap<House, Map<string, Formats>>();

/** Every cell of a grid asks for them; the formatters behind are dear to make. */
function cachedFormats(locale: string, house: House, dateFormat: DateFormat): Formats {
  const known = made.get(house) ?? new Map<string, Formats>();
  made.set(house, known);
  const key = `${locale} ${dateFormat}`;
  if (!known.has(key)) known.set(key, formatsOf(locale, house, dateFormat));
  return known.get(key)!;
}

/** Numbers, dates and money for one person. Money text is formatted digit for digit, never through a float. */
export function formatsOf(locale: string, house: House, dateFormat: DateFormat) {
  const number = new Intl.NumberFormat(locale);
  const short = new Intl.DateTimeFormat(locale, { timeZone: house.timeZone, dateStyle: "medium", timeStyle: "short" });
  const clock = new Intl.DateTimeFormat(locale, { timeZone: house.timeZone, timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const months = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", year: "numeric" });
  const longDay = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "full" });
  const weekdayName = (style: "short" | "long") => new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: style });
  const utc = (of: Day) => new Date(`${of}T00:00:00Z`);
  return {
    locale,
    dateFormat,
    currency: house.currency,
    today: house.today,
    timeZone: house.timeZone,
    /** 0 is Sunday. */
    weekStart: Math.max(0, weekdays.indexOf(house.weekStart)),
    number: (value: number) => number.format(value),
    amount: (money: Money) => showDecimal(money.amount, locale, minorUnits(money.currency)),
    money: (money: Money) => `${showDecimal(money.amount, locale, minorUnits(money.currency))} ${money.currency}`,
    day: (of: Day) => showDay(of, dateFormat),
    longDay: (of: Day) => longDay.format(utc(of)),
    month: (of: Day) => months.format(utc(of)),
    /** 0 is Sunday; 2023-01-01 was one. */
    weekday: (index: number, style: "short" | "long" = "short") => weekdayName(style).format(new Date(Date.UTC(2023, 0, 1 + index))),
    /** An instant in the organisation's time zone. */
    instant: (at: string) => short.format(new Date(at)),
    /** The time of the day of an instant, in the organisation's time zone. */
    clock: (at: string) => clock.format(new Date(at)),
    ago: (at: string, now: Date) => {
      const seconds = Math.round((new Date(at).getTime() - now.getTime()) / 1000);
      for (const [unit, size] of [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60]] as const)
        if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
      return relative.format(seconds > -5 && seconds < 5 ? 0 : seconds, "second");
    },
  };
}

export function useFormats(): Formats {
  const house = useHouse();
  const language = useLanguage();
  const chosen = usePreferences().dateFormat;
  return cachedFormats(localeOf(language, navigator.languages, house.locale), house, chosen ?? house.dateFormat);
}
