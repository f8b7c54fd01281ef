import { useMemo } from "react";
import { useLanguage } from "@/i18n/messages";

/** Every currency in use, by its code, with its name in the person's language. */
export function useCurrencies() {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "currency" });
    return Intl.supportedValuesOf("currency").map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
  }, [language]);
}
