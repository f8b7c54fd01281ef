import type { FreeAllowance, FreeAllowanceInput, RateCard, RateCardInput } from "@/api/types";
import type { Day } from "@/lib/dates";
import { readDecimal, showDecimal } from "@/lib/decimal";
import { urgencies } from "../parts/messages";

type Prices = Record<(typeof urgencies)[number], string>;

/** A rate card as it is being typed. */
export interface RatesDraft {
  /** Null: every client's without a card of its own. */
  client: string | null;
  from: Day | null;
  prices: Prices;
}

export const ratesDraft = (card: RateCard, from: Day, locale: string): RatesDraft => ({
  client: card.clientId,
  from,
  prices: { promotion: showDecimal(card.promotion, locale, 2), low: showDecimal(card.low, locale, 2), medium: showDecimal(card.medium, locale, 2), high: showDecimal(card.high, locale, 2) },
});

/** What to agree; null while something is missing or is no number. */
export function ratesOf({ client, from, prices }: RatesDraft, currency: string, locale: string): RateCardInput | null {
  const [promotion, low, medium, high] = urgencies.map((urgency) => readDecimal(prices[urgency], locale));
  if (!from || !promotion || !low || !medium || !high) return null;
  return { from, promotion, low, medium, high, currency, ...(client ? { clientId: client } : {}) };
}

/** A free allowance as it is being typed. */
export interface AllowanceDraft {
  client: string | null;
  from: Day | null;
  hours: string;
  sitesPer: string;
  projects: { category: string; count: string }[];
}

export const allowanceDraft = (of: FreeAllowance, from: Day, locale: string): AllowanceDraft => ({
  client: of.clientId,
  from,
  hours: showDecimal(of.hours, locale, 0),
  sitesPer: String(of.sitesPer),
  projects: of.projects.map(({ category, count }) => ({ category, count: String(count) })),
});

export const isWhole = (text: string) => /^\d{1,6}$/.test(text.trim());

/** What to agree; null while something is missing or is no number. Categories without a name are left out. */
export function allowanceOf({ client, from, hours, sitesPer, projects }: AllowanceDraft, locale: string): FreeAllowanceInput | null {
  const free = readDecimal(hours, locale);
  const named = projects.filter((one) => one.category.trim() !== "");
  if (!from || free === null || !isWhole(sitesPer) || named.some((one) => !isWhole(one.count))) return null;
  return { from, hours: free, sitesPer: Number(sitesPer), projects: named.map((one) => ({ category: one.category.trim(), count: Number(one.count) })), ...(client ? { clientId: client } : {}) };
}
