import type { MeteredTerms, PriceTerms } from "@/api/types";
import { isZero } from "@/lib/decimal";
import { faultsOf, isNumber } from "@/ui/price/faults";
import { countsQuantity, givenOf, isEditable, kinds } from "@/ui/price/model";

/** A price in a currency as the editor has it. */
export interface PriceForm {
  price: PriceTerms;
  /** Tells its fields from those of another price that stood in their place. */
  key: string;
}

/** What is metered as the editor has it; numbers as the server writes them, or as they were typed. */
export interface MeteredForm {
  meter: string | null;
  /** Empty: nothing. */
  included: string;
  by: "client" | "subscription";
  /** By currency; one without a price of its own begins as the first that has one. */
  prices: Record<string, PriceForm>;
}

/** What is sold by a meter: a flat fee is a fixed component. */
export const meteredKinds = kinds.filter((kind) => kind !== "flat");

export const emptyMetered = (): MeteredForm => ({ meter: null, included: "", by: "client", prices: {} });

export const meteredOf = ({ meter, included, by, prices }: MeteredTerms): MeteredForm => ({
  meter, included: included ?? "", by: by ?? "client", prices: Object.fromEntries(prices.map(({ currency, price }) => [currency, { price: givenOf(price), key: currency }])),
});

/** Whether each of its prices has only what the form has a field for. */
export const isWritable = ({ prices }: MeteredTerms) => prices.every(({ price }) => isEditable(price));

/** What stands in the form of a currency. */
export function priceIn({ prices }: MeteredForm, currency: string): PriceForm {
  const first = Object.values(prices)[0];
  return prices[currency] ?? (first ? { price: first.price, key: JSON.stringify(first.price) } : { price: { type: "per-unit" }, key: "" });
}

/** Somebody wrote a price; from then on it is the currency's own. */
export const withPrice = (metered: MeteredForm, currency: string, price: PriceTerms): MeteredForm => ({ ...metered, prices: { ...metered.prices, [currency]: { price, key: priceIn(metered, currency).key } } });

/** Only prices of quantities have something included. */
export const includes = (metered: MeteredForm, currencies: readonly string[]) => currencies.every((currency) => countsQuantity(priceIn(metered, currency).price));

export type MeteredFault = "meter" | "included" | `${string} /${string}`;

/** The terms, and what is missing or wrong, by its place: of a price its currency and the pointer to its field. */
export function readMetered(form: MeteredForm, currencies: readonly string[]): { faults: readonly MeteredFault[]; terms: MeteredTerms } {
  const faults: MeteredFault[] = form.meter === null ? ["meter"] : [];
  const included = includes(form, currencies) ? form.included : "";
  if (included !== "" && !isNumber(included)) faults.push("included");
  const prices = currencies.map((currency) => ({ currency, price: givenOf(priceIn(form, currency).price) }));
  for (const { currency, price } of prices) faults.push(...[...faultsOf(price).keys()].map((at): MeteredFault => `${currency} /${at.slice(1)}`));
  return { faults, terms: { meter: form.meter ?? "", prices, ...(included === "" ? {} : { included }), by: form.by } };
}

/** So much costs nothing; null where that is nothing. */
export const includedIn = ({ included }: MeteredTerms) => (included && !isZero(included) ? included : null);
