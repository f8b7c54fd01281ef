import type { AiPriceInput } from "@/api/types";
import { isNegative, readDecimal } from "@/lib/decimal";

export const priced = ["input", "output", "cacheRead", "cacheWrite"] as const;
export type Priced = (typeof priced)[number];

/** A price as somebody types it: of a million tokens, by kind. */
export interface PriceDraft {
  provider: string;
  model: string;
  currency: string;
  from: string | null;
  source: string;
  prices: Record<Priced, string>;
}

export const newPrice = (today: string): PriceDraft => ({ provider: "", model: "", currency: "USD", from: today, source: "", prices: { input: "", output: "", cacheRead: "", cacheWrite: "" } });

/** What is wrong with one price; a price may be missing, and is then not known. */
export const isBad = (text: string, locale: string) => {
  const read = readDecimal(text, locale);
  return text.trim() !== "" && (read === null || isNegative(read));
};

/** What is sent; null while something is missing or cannot be read. */
export function priceOf(draft: PriceDraft, locale: string): AiPriceInput | null {
  if (!draft.provider || draft.model.trim() === "" || !draft.from || priced.some((kind) => isBad(draft.prices[kind], locale))) return null;
  const prices = Object.fromEntries(priced.flatMap((kind) => (draft.prices[kind].trim() ? [[kind, readDecimal(draft.prices[kind], locale)!]] : [])));
  if (Object.keys(prices).length === 0) return null;
  return { provider: draft.provider, model: draft.model.trim(), prices, from: draft.from, currency: draft.currency, ...(draft.source.trim() ? { source: draft.source.trim() } : {}) } as AiPriceInput;
}

const shown = new Map([["tokens/input", "input"], ["tokens/output", "output"], ["tokens/cache-read", "cacheRead"]]);

/** The prices that have a column of their own, and how many more an entry says. */
export const moreOf = (prices: Readonly<Record<string, string>>) => Object.keys(prices).filter((name) => !shown.has(name));
