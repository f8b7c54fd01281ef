/** What a browser tells about where somebody works. */
export interface Habits {
  currency: string;
  timeZone: string;
  locale: string;
}

const euro = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC SM VA ME XK".split(" ");
const others: Record<string, string> = {
  US: "USD", GB: "GBP", CH: "CHF", LI: "CHF", DK: "DKK", SE: "SEK", NO: "NOK", PL: "PLN", CZ: "CZK", HU: "HUF", RO: "RON", BG: "EUR", CA: "CAD", AU: "AUD", NZ: "NZD", JP: "JPY", CN: "CNY", IN: "INR", BR: "BRL",
  MX: "MXN", ZA: "ZAR", TR: "TRY", IL: "ILS", AE: "AED", SG: "SGD", HK: "HKD", KR: "KRW", IS: "ISK", UA: "UAH",
};

/** The locales a form offers. A browser's own is added. */
export const locales = ["de-DE", "de-AT", "de-CH", "en-US", "en-GB", "en-IE", "en-CA", "en-AU", "fr-FR", "fr-CH", "es-ES", "it-IT", "nl-NL", "pt-PT", "pt-BR", "da-DK", "sv-SE", "nb-NO", "fi-FI", "pl-PL", "cs-CZ", "hu-HU", "ja-JP"];

/** Currency, time zone and locale as the browser has them; what it does not say is taken from `otherwise`. */
export function habitsOf(languages: readonly string[], timeZone: string | undefined, otherwise: Habits): Habits {
  const tag = languages.find((one) => /^[a-z]{2,3}-[A-Z]{2}$/.test(one));
  const region = tag?.slice(-2) ?? "";
  return {
    locale: tag ?? (languages[0]?.startsWith("de") ? "de-DE" : otherwise.locale),
    currency: euro.includes(region) ? "EUR" : (others[region] ?? otherwise.currency),
    timeZone: timeZone && timeZone !== "UTC" ? timeZone : otherwise.timeZone,
  };
}

/** "Bäckerei Müller & Söhne" → `baeckerei-mueller-soehne`: lower-case letters, digits and hyphens, at most 100. */
export function slugOf(name: string): string {
  const spelled = name.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/ø/g, "o");
  return spelled.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 100).replace(/-+$/, "");
}

export const isSlug = (text: string) => /^[a-z0-9-]{3,100}$/.test(text);
export const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
