import { minorUnits, showDecimal } from "@/lib/decimal";
import { onPreferences, preferences } from "@/lib/preferences";
import { languageOf, type Language } from "./messages";

/**
 * What the server refuses, by its code, in a language that the server does not speak. Of several texts the first counts whose every
 * `{placeholder}` the refusal gives a fact for.
 */
export type RefusalTexts = Readonly<Record<string, string | readonly string[]>>;

/** Only the language in use is loaded. The compiler names a language that is missing here. */
const sources: Record<Exclude<Language, "en">, () => Promise<{ refusals: RefusalTexts }>> = {
  de: async () => {
    const parts = await Promise.all([import("./refusals.de"), import("./refusals.identity.de"), import("./refusals.invoicing.de"), import("./refusals.usage.de"), import("./refusals.subscriptions.de"), import("./refusals.notifications.de"), import("./refusals.aicosts.de"), import("./refusals.aicosts.figures.de"), import("./refusals.support.de"), import("./refusals.support.outside.de"), import("./refusals.support.portal.de"), import("./refusals.reporting.de")]);
    return { refusals: Object.assign({}, ...parts.map((part) => part.refusals)) as RefusalTexts };
  },
};
const known = new Map<Language, RefusalTexts>();

export async function loadRefusals(language: Language): Promise<void> {
  if (language === "en" || known.has(language)) return;
  // Without them the server's own sentence is shown.
  await sources[language]().then(({ refusals }) => known.set(language, refusals)).catch(() => undefined);
}

/** Loads the texts of the language in use, now and when another one is chosen. */
export function followRefusals(): () => void {
  const load = () => void loadRefusals(languageOf(preferences().language));
  load();
  return onPreferences(load);
}

/** The sentence in the language in use; undefined where the server's own has to do: in English, and for codes without a text. */
export function refusalText(code: string, facts: Readonly<Record<string, unknown>>, language: Language = languageOf(preferences().language)): string | undefined {
  const texts = known.get(language)?.[code];
  if (texts === undefined) return undefined;
  for (const text of typeof texts === "string" ? [texts] : texts) {
    const told = fill(text, facts, language);
    if (told !== undefined) return told;
  }
  return undefined;
}

function fill(text: string, facts: Readonly<Record<string, unknown>>, language: Language): string | undefined {
  let complete = true;
  const told = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = factText(facts[name], language);
    complete &&= fact !== "";
    return fact;
  });
  return complete ? told : undefined;
}

function factText(fact: unknown, language: Language): string {
  if (Array.isArray(fact)) return fact.map((one) => factText(one, language)).join(", ");
  if (typeof fact === "number") return new Intl.NumberFormat(language).format(fact);
  if (isMoney(fact)) return `${showDecimal(fact.amount, language, minorUnits(fact.currency))} ${fact.currency}`;
  if (typeof fact !== "string") return "";
  return /^\d{4}-\d{2}-\d{2}$/.test(fact) ? new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${fact}T00:00:00Z`)) : fact;
}

const isMoney = (fact: unknown): fact is { amount: string; currency: string } => typeof fact === "object" && fact !== null && "amount" in fact && "currency" in fact;
