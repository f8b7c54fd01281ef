import { useMemo } from "react";
import { useLanguage } from "@/i18n/messages";
import { locales } from "@/lib/habits";

/** What organisations choose from: currencies, time zones, ways to write numbers and dates, countries; named in the person's language. */
export function useHabitChoices(also: { locale?: string; timeZone?: string } = {}) {
  const language = useLanguage();
  const { locale, timeZone } = also;
  return useMemo(() => {
    const currency = new Intl.DisplayNames(language, { type: "currency" });
    const tongue = new Intl.DisplayNames(language, { type: "language" });
    const zones = Intl.supportedValuesOf("timeZone");
    const now = new Date();
    return {
      currencies: Intl.supportedValuesOf("currency").map((value) => ({ value, label: `${value} · ${currency.of(value) ?? value}` })),
      timeZones: [...new Set([...zones, "UTC", ...(timeZone ? [timeZone] : [])])].map((value) => ({ value, label: value.replaceAll("_", " "), hint: offsetOf(value, now) })),
      locales: [...new Set([...locales, ...(locale ? [locale] : [])])].map((value) => ({ value, label: tongue.of(value) ?? value, hint: example(value, now) })),
    };
  }, [language, locale, timeZone]);
}

const offsetOf = (timeZone: string, now: Date) => new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(now).find((part) => part.type === "timeZoneName")?.value ?? "";
const example = (locale: string, now: Date) => `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(1234.5)} · ${new Intl.DateTimeFormat(locale, { dateStyle: "short" }).format(now)}`;

const regions = "AT AU BE BG BR CA CH CN CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IL IN IS IT JP KR LI LT LU LV MT MX NL NO NZ PL PT RO RS SE SG SI SK TR UA US ZA".split(" ");

/** Countries by their ISO code, named in the person's language and in its order. */
export function useCountries() {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "region" });
    const order = new Intl.Collator(language);
    return regions.map((value) => ({ value, label: names.of(value) ?? value, hint: value })).sort((a, b) => order.compare(a.label, b.label));
  }, [language]);
}
