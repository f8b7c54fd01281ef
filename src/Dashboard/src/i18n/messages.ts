import { usePreferences, preferences } from "@/lib/preferences";

/** The languages of the product. A new one is added here; the compiler then names every catalogue that lacks it. */
export const languages = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof languages;

/** A text with `{placeholders}`, or one per plural category, chosen by `{count}`. */
export type Text = string | { readonly one: string; readonly other: string };
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Placeholders<T> = T extends string ? Names<T> : T extends { one: infer One; other: infer Other } ? Names<One> | Names<Other> | "count" : never;
type Values<T> = { [Name in Placeholders<T>]: string | number };
type SameShape<En> = { readonly [Key in keyof En]: En[Key] extends string ? string : { readonly one: string; readonly other: string } };

export type Catalogue<En> = { readonly en: En } & { readonly [L in Exclude<Language, "en">]: SameShape<En> };
export type Translate<En> = <Key extends keyof En>(key: Key, ...values: [Placeholders<En[Key]>] extends [never] ? [] : [Values<En[Key]>]) => string;
/** The keys whose text has no placeholder: for lists of things that name their text. */
export type PlainKey<En> = { [Key in keyof En]: [Placeholders<En[Key]>] extends [never] ? Key : never }[keyof En];

/** The texts of one feature in every language, kept beside the feature. */
export const defineMessages = <const En extends Record<string, Text>>(catalogue: Catalogue<En>): Catalogue<En> => catalogue;

/** The language in use: chosen, else the browser's first that the product speaks, else English. */
export function languageOf(chosen: Language | undefined): Language {
  if (chosen) return chosen;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in languages);
  return (known as Language | undefined) ?? "en";
}

export const useLanguage = (): Language => languageOf(usePreferences().language);

/** `const t = useText(messages); t("facilities", { count: 3 })`. */
export function useText<En>(catalogue: Catalogue<En>): Translate<En> {
  return translator(catalogue, useLanguage());
}

/** For code outside components (toasts, commands): the language at the moment of the call. */
export function textNow<En>(catalogue: Catalogue<En>): Translate<En> {
  return translator(catalogue, languageOf(preferences().language));
}

const translators = new WeakMap<object, Map<Language, unknown>>();

function translator<En>(catalogue: Catalogue<En>, language: Language): Translate<En> {
  let known = translators.get(catalogue);
  if (!known) translators.set(catalogue, (known = new Map()));
  if (!known.has(language)) known.set(language, translate(catalogue[language] as Record<string, Text>, language));
  return known.get(language) as Translate<En>;
}

function translate(texts: Record<string, Text>, language: Language) {
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key: string, values: Record<string, string | number> = {}): string => {
    const found = texts[key] ?? key;
    const text = typeof found === "string" ? found : plural.select(Number(values["count"])) === "one" ? found.one : found.other;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === "number" ? numbers.format(value) : (value ?? `{${name}}`);
    });
  };
}
