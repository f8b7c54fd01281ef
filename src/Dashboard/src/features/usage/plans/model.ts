import type { PlanTerms, PriceTerms, WantedTerms } from "@/api/types";
import { beginnings, givenOf } from "@/ui/price/model";

/** A charge as the editor has it; amounts as text, empty for none. */
export interface ChargeForm {
  id: number;
  code: string | null;
  name: string;
  meter: string | null;
  where: Record<string, string>;
  by: string | null;
  price: PriceTerms;
  minimum: string;
  maximum: string;
}

export interface LimitForm {
  id: number;
  code: string | null;
  meter: string;
  limit: string;
  kind: "soft" | "hard";
  thresholds: string;
}

/** The terms of a plan as the editor has them. */
export interface TermsForm {
  name: string;
  charges: ChargeForm[];
  minimum: string;
  maximum: string;
  commitment: string;
  overageFactor: string;
  limits: LimitForm[];
}

let ids = 0;
export const newCharge = (meter: string | null): ChargeForm => ({ id: ++ids, code: meter === null ? `fee-${ids}` : null, name: "", meter, where: {}, by: null, price: meter === null ? beginnings.flat : beginnings["per-unit"], minimum: "", maximum: "" });
export const newLimit = (meter: string): LimitForm => ({ id: ++ids, code: null, meter, limit: "1000", kind: "soft", thresholds: "80, 100" });
export const emptyTerms = (meter: string | null): TermsForm => ({ name: "", charges: [newCharge(meter)], minimum: "", maximum: "", commitment: "", overageFactor: "", limits: [] });

/** What stands there, to be changed. */
export const formOf = (terms: PlanTerms): TermsForm => ({
  name: terms.name,
  charges: terms.charges.map((charge) => ({ id: ++ids, code: charge.code, name: charge.name, meter: charge.meter, where: charge.where, by: charge.by, price: charge.price, minimum: charge.minimum?.amount ?? "", maximum: charge.maximum?.amount ?? "" })),
  minimum: terms.minimum?.amount ?? "",
  maximum: terms.maximum?.amount ?? "",
  commitment: terms.commitment?.amount.amount ?? "",
  overageFactor: terms.commitment && terms.commitment.overageFactor !== "1" ? terms.commitment.overageFactor : "",
  limits: terms.limits.map((limit) => ({ id: ++ids, code: limit.code, meter: limit.meter, limit: limit.limit, kind: limit.kind, thresholds: limit.thresholds.join(", ") })),
});

/** Only properties that somebody wrote a value of. */
const whereOf = (where: Record<string, string>) => {
  const given = Object.entries(where).filter(([, value]) => value.trim() !== "");
  return given.length > 0 ? { where: Object.fromEntries(given.map(([property, value]) => [property, value.trim()])) } : {};
};

/** What is sent. */
export function termsOf(form: TermsForm, currency: string): WantedTerms {
  const bounds = (least: string, most: string) => ({ ...(least ? { minimum: { amount: least, currency } } : {}), ...(most ? { maximum: { amount: most, currency } } : {}) });
  return {
    name: form.name,
    charges: form.charges.map((charge) => ({
      name: charge.name,
      price: givenOf(charge.price),
      ...(charge.code ? { code: charge.code } : {}),
      ...(charge.meter ? { meter: charge.meter } : {}),
      ...whereOf(charge.where),
      ...(charge.by ? { by: charge.by } : {}),
      ...bounds(charge.minimum, charge.maximum),
    })),
    ...bounds(form.minimum, form.maximum),
    ...(form.commitment ? { commitment: { amount: { amount: form.commitment, currency }, ...(form.overageFactor ? { overageFactor: form.overageFactor } : {}) } } : {}),
    limits: form.limits.map((limit) => ({ meter: limit.meter, limit: limit.limit, kind: limit.kind, ...(limit.code ? { code: limit.code } : {}), thresholds: limit.thresholds.split(/[,; ]+/).filter(Boolean).map(Number) })),
  } as WantedTerms;
}
