import type { PriceTerms, TierTerms } from "@/api/types";

/** The prices that the form can edit. */
export const kinds = ["flat", "per-unit", "graduated", "volume", "package", "percentage", "graduated-percentage", "blocks", "dynamic"] as const;
export type Kind = (typeof kinds)[number];

export type Field = "fee" | "unitPrice" | "packageSize" | "packagePrice" | "freeUnits" | "rate" | "fixedPerEvent" | "freeAmount" | "minPerEvent" | "maxPerEvent" | "multiplier";
export type Column = "upTo" | "unit" | "flat" | "rate" | "blockSize" | "maxBlocks" | "pricePerBlock";

/** What is asked for of each; the first ones are needed, those after `optional` are not. */
export const fieldsOf: Readonly<Record<Kind, { needed: readonly Field[]; optional?: readonly Field[]; columns?: readonly Column[] }>> = {
  flat: { needed: ["fee"] },
  "per-unit": { needed: ["unitPrice"] },
  graduated: { needed: [], columns: ["upTo", "unit", "flat"] },
  volume: { needed: [], columns: ["upTo", "unit", "flat"] },
  package: { needed: ["packageSize", "packagePrice"], optional: ["freeUnits"] },
  percentage: { needed: ["rate"], optional: ["fixedPerEvent", "freeAmount", "minPerEvent", "maxPerEvent"] },
  "graduated-percentage": { needed: [], columns: ["upTo", "rate", "flat"] },
  blocks: { needed: [], columns: ["blockSize", "maxBlocks", "pricePerBlock"] },
  dynamic: { needed: [], optional: ["multiplier"] },
};

/** The column that says where a tier ends; the last tier has none. */
export const endOf = (kind: Kind): Column => (kind === "blocks" ? "maxBlocks" : "upTo");

const tiers = (price: "unit" | "rate"): TierTerms[] => [
  { upTo: "100", [price]: "2", flat: "10" },
  { upTo: "1000", [price]: "1.5", flat: "0" },
  { upTo: null, [price]: "1", flat: "0" },
];

/** Something to begin with. */
export const beginnings: Readonly<Record<Kind, PriceTerms>> = {
  flat: { type: "flat", fee: "49" },
  "per-unit": { type: "per-unit", unitPrice: "0.25" },
  graduated: { type: "graduated", tiers: tiers("unit") },
  volume: { type: "volume", tiers: tiers("unit") },
  package: { type: "package", packageSize: "100", packagePrice: "5", freeUnits: "0" },
  percentage: { type: "percentage", rate: "2.9", fixedPerEvent: "0.3" },
  "graduated-percentage": { type: "graduated-percentage", tiers: tiers("rate") },
  blocks: { type: "blocks", policy: "all-tiers", tiers: [{ blockSize: "10", maxBlocks: "10", pricePerBlock: "5" }, { blockSize: "100", maxBlocks: null, pricePerBlock: "30" }] },
  dynamic: { type: "dynamic", multiplier: "1.2" },
};

/** A field of it changed; an empty one that is not needed goes. */
export const withField = (model: PriceTerms, field: Field, value: string): PriceTerms => {
  const { [field]: _, ...rest } = model;
  return value === "" ? rest : { ...rest, [field]: value };
};

/** A field of a tier changed; an empty one is none. */
export const withTier = (model: PriceTerms, at: number, column: Column, value: string): PriceTerms => ({ ...model, tiers: (model.tiers ?? []).map((tier, index) => (index === at ? { ...tier, [column]: value || null } : tier)) });

export const withoutTier = (model: PriceTerms, at: number): PriceTerms => {
  const left = (model.tiers ?? []).filter((_, index) => index !== at);
  const end = endOf(model.type as Kind);
  return { ...model, tiers: left.map((tier, index) => (index === left.length - 1 ? { ...tier, [end]: null } : tier)) };
};

/** One more before the last, which has no end; it ends where nobody has said yet, at twice the end before. */
export const withAnotherTier = (model: PriceTerms): PriceTerms => {
  const all = model.tiers ?? [];
  const last = all.at(-1) ?? {};
  const end = endOf(model.type as Kind);
  const before = Number(all.at(-2)?.[end] ?? "50") || 50;
  return { ...model, tiers: [...all.slice(0, -1), { ...last, [end]: String(end === "upTo" ? before * 2 : before) }, last] };
};

/** Whether it has only what the form has a field for. */
export const isEditable = ({ type, tiers, units }: PriceTerms) => kinds.includes(type as Kind) && !units && (type !== "blocks" || !tiers?.at(-1)?.maxBlocks);

/** Whether it looks at how much there was, of which some can be included; the others look at amounts. */
export const countsQuantity = ({ type }: PriceTerms) => ["per-unit", "graduated", "volume", "package", "blocks"].includes(type);

/** A price without what is not given: the server takes a missing field, and no null. */
export const givenOf = ({ tiers, ...price }: PriceTerms): PriceTerms => ({ ...given(price), ...(tiers ? { tiers: tiers.map(given) } : {}) });

const given = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as T;
