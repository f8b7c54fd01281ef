import type { Offer, OfferComponent, OfferTerms } from "@/api/types";
import { readDecimal } from "@/lib/decimal";
import { slugOf } from "@/lib/habits";
import { currenciesOf } from "../parts/currencies";
import { emptyMetered, isWritable, meteredOf, readMetered, type MeteredFault, type MeteredForm } from "./meteredModel";

/** A component as the editor has it; prices as text by currency. */
export interface ComponentForm {
  id: number;
  code: string;
  /** Follows the name until somebody writes one, or it is offered. */
  ownCode: boolean;
  name: string;
  kind: OfferComponent["kind"];
  timing: "advance" | "arrears";
  prices: Record<string, string>;
  /** Of what is used; it has no other prices. */
  metered: MeteredForm;
  taxCategory: string | null;
  /** As it was offered; null for a new one. */
  was: OfferComponent | null;
}

export interface EntitlementForm {
  id: number;
  name: string;
  /** Empty: without limit. */
  limit: string;
}

/** A plan as the editor has it. */
export interface PlanForm {
  code: string;
  name: string;
  description: string;
  unit: OfferTerms["interval"]["unit"];
  count: string;
  family: string;
  tier: string;
  trialDays: string;
  currencies: string[];
  components: ComponentForm[];
  entitlements: EntitlementForm[];
  public: boolean;
  sortOrder: string;
}

export type PlanFault = "code" | "name" | "count" | "family" | "tier" | "trialDays" | "sortOrder" | `component ${number}` | `price ${number} ${string}` | `metered ${number} ${MeteredFault}` | `limit ${number}` | `entitlement ${number}`;

let ids = 0;
export const newComponent = (): ComponentForm => ({ id: ++ids, code: "", ownCode: false, name: "", kind: "fixed", timing: "advance", prices: {}, metered: emptyMetered(), taxCategory: null, was: null });
export const newEntitlement = (name = ""): EntitlementForm => ({ id: ++ids, name, limit: "" });

export const emptyPlan = (currency: string): PlanForm => ({
  code: "", name: "", description: "", unit: "month", count: "1", family: "main", tier: "0", trialDays: "0", currencies: [currency], components: [newComponent()], entitlements: [], public: true, sortOrder: "0",
});

/** What stands there, to be changed; amounts as the person's locale writes them. */
export function formOf(offer: Offer, currency: string, write: (amount: string, currency: string) => string): PlanForm {
  const { terms } = offer;
  const currencies = [...new Set(terms.components.flatMap(currenciesOf))];
  return {
    code: offer.code, name: terms.name, description: terms.description ?? "", unit: terms.interval.unit, count: String(terms.interval.count ?? 1), family: terms.family ?? "main", tier: String(terms.tier ?? 0), trialDays: String(terms.trialDays ?? 0),
    currencies: currencies.length > 0 ? currencies : [currency], public: offer.public, sortOrder: String(offer.sortOrder),
    components: terms.components.map((one) => ({
      id: ++ids, code: one.code, ownCode: true, name: one.name, kind: one.kind, timing: one.timing ?? "advance", taxCategory: one.taxCategory ?? null, was: one, prices: Object.fromEntries(one.prices.map((price) => [price.currency, write(price.amount, price.currency)])), metered: one.metered ? meteredOf(one.metered) : emptyMetered(),
    })),
    entitlements: terms.entitlements.map((one) => ({ id: ++ids, name: one.name, limit: one.limit === null ? "" : String(one.limit) })),
  };
}

/** What has a price without a field here is offered as it was. */
export const isForeign = ({ kind, was }: ComponentForm) => kind === "metered" && !!was?.metered && !isWritable(was.metered);

/** A name as a code. */
export const codeOf = (name: string) => slugOf(name).slice(0, 64).replace(/-+$/, "");

const isCode = (text: string) => /^[a-z0-9-]{1,64}$/.test(text);
const whole = (text: string, least: number, most: number) => (/^-?\d{1,9}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : null);

/** What cannot be offered yet, by its place, and the terms once nothing is in the way. */
export function readPlan(form: PlanForm, locale: string): { faults: ReadonlySet<PlanFault>; terms: OfferTerms | null; placing: { public: boolean; sortOrder: number } } {
  const faults = new Set<PlanFault>();
  const number = (name: "count" | "tier" | "trialDays" | "sortOrder", least: number, most: number) => {
    const read = whole(form[name], least, most);
    if (read === null) faults.add(name);
    return read ?? 0;
  };
  if (!isCode(form.code.trim())) faults.add("code");
  if (form.name.trim() === "") faults.add("name");
  if (!isCode(form.family.trim())) faults.add("family");
  const [count, tier, trialDays, sortOrder] = [number("count", 1, 24), number("tier", -1_000_000, 1_000_000), number("trialDays", 0, 730), number("sortOrder", -1_000_000, 1_000_000)];
  const components = form.components.map((one, at): OfferComponent => {
    if (one.was && isForeign(one)) return { ...one.was, name: one.name.trim() };
    const code = one.code.trim() || codeOf(one.name) || `part-${at + 1}`;
    if (one.name.trim() === "" || !isCode(code)) faults.add(`component ${one.id}`);
    const about = { code, name: one.name.trim(), ...(one.taxCategory ? { taxCategory: one.taxCategory } : {}) };
    if (one.kind === "metered") {
      const metered = readMetered(one.metered, form.currencies);
      for (const fault of metered.faults) faults.add(`metered ${one.id} ${fault}`);
      return { ...about, kind: one.kind, timing: "arrears", prices: [], metered: metered.terms };
    }
    const prices = form.currencies.map((currency) => {
      const amount = readDecimal(one.prices[currency] ?? "", locale);
      if (amount === null || amount.startsWith("-")) faults.add(`price ${one.id} ${currency}`);
      return { amount: amount ?? "0", currency };
    });
    return { ...about, kind: one.kind, prices, ...(one.kind === "once" || one.timing === "advance" ? {} : { timing: one.timing }) };
  });
  const entitlements = form.entitlements.map((one) => {
    const limit = one.limit.trim() === "" ? null : whole(one.limit, 0, 999_999_999);
    if (one.limit.trim() !== "" && limit === null) faults.add(`limit ${one.id}`);
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(one.name.trim())) faults.add(`entitlement ${one.id}`);
    return { name: one.name.trim(), limit };
  });
  const description = form.description.trim();
  const terms: OfferTerms = { name: form.name.trim(), interval: { unit: form.unit, count }, components, entitlements, family: form.family.trim(), tier, trialDays, ...(description ? { description } : {}) };
  return { faults, terms: faults.size > 0 ? null : terms, placing: { public: form.public, sortOrder } };
}
