import type { PriceTerms, TierTerms } from "@/api/types";
import { isNumber as reads } from "@/ui/price/faults";
import { fieldsOf, kinds, type Kind } from "@/ui/price/model";

/** What the address of the calculator says: a price and what was used. Whoever has it, sees the same. */
export interface CalculatorSearch {
  model?: PriceTerms;
  quantity?: string;
  before?: string;
  /** What each event brought, for a percentage. */
  events?: string[];
  currency?: string;
}

const isNumber = (value: unknown): value is string => typeof value === "string" && reads(value);

export function readCalculatorSearch(search: Record<string, unknown>): CalculatorSearch {
  const model = readModel(search["model"]);
  const events = search["events"];
  return {
    ...(model ? { model } : {}),
    ...(isNumber(search["quantity"]) ? { quantity: search["quantity"] } : {}),
    ...(isNumber(search["before"]) ? { before: search["before"] } : {}),
    ...(Array.isArray(events) && events.every(isNumber) ? { events: events.slice(0, 100) } : {}),
    ...(typeof search["currency"] === "string" && /^[A-Z]{3}$/.test(search["currency"]) ? { currency: search["currency"] } : {}),
  };
}

/** A price that the form can show; anything else is as if the address said nothing. */
function readModel(value: unknown): PriceTerms | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  if (!kinds.includes(given["type"] as Kind)) return null;
  const kind = given["type"] as Kind;
  const { needed, optional = [], columns } = fieldsOf[kind];
  const fields = [...needed, ...optional].flatMap((field) => (isNumber(given[field]) ? [[field, given[field]] as const] : []));
  const tiers = given["tiers"];
  if (columns && (!Array.isArray(tiers) || tiers.length === 0 || tiers.length > 100)) return null;
  return {
    type: kind,
    ...Object.fromEntries(fields),
    ...(kind === "blocks" ? { policy: given["policy"] === "top-tier" ? "top-tier" : "all-tiers" } : {}),
    ...(kind === "percentage" && Number.isInteger(given["freeEvents"]) && Number(given["freeEvents"]) >= 0 ? { freeEvents: Number(given["freeEvents"]) } : {}),
    ...(columns ? { tiers: (tiers as unknown[]).map((tier) => Object.fromEntries(columns.map((column) => [column, cell(tier, column)])) as TierTerms) } : {}),
  };
}

const cell = (tier: unknown, column: string): string | null => {
  const value = typeof tier === "object" && tier !== null ? (tier as Record<string, unknown>)[column] : null;
  return isNumber(value) ? value : null;
};
