import type { PriceTerms, TierTerms } from "@/api/types";
import { compareDecimals, isZero } from "@/lib/decimal";
import { endOf, fieldsOf, type Column, type Field, type Kind } from "./model";

/** What the server says is a number: at most 18 digits before and 12 after the point. */
export const isNumber = (text: string) => /^\d{1,18}(\.\d{1,12})?$/.test(text);

const sizes: readonly string[] = ["packageSize", "blockSize", "maxBlocks"];

/** What the server would refuse of a price in the form, by its place in it: missing where nothing was written yet, wrong where what is written does not fit. */
export function faultsOf(model: PriceTerms): ReadonlyMap<string, "missing" | "wrong"> {
  const faults = new Map<string, "missing" | "wrong">();
  const { needed, optional = [], columns } = fieldsOf[model.type as Kind];
  const look = (at: string, name: Field | Column, text: string | null | undefined, isNeeded: boolean) => {
    if (!text) isNeeded && faults.set(at, "missing");
    else if (!isNumber(text) || (sizes.includes(name) && isZero(text))) faults.set(at, "wrong");
  };
  for (const field of [...needed, ...optional]) look(`/${field}`, field, model[field], needed.includes(field));
  const { freeEvents, minPerEvent, maxPerEvent } = model;
  if (typeof freeEvents === "number" && (!Number.isInteger(freeEvents) || freeEvents < 0 || freeEvents > 999_999_999)) faults.set("/freeEvents", "wrong");
  if (minPerEvent && maxPerEvent && isNumber(minPerEvent) && isNumber(maxPerEvent) && compareDecimals(minPerEvent, maxPerEvent) > 0) faults.set("/maxPerEvent", "wrong");
  if (!columns) return faults;
  const tiers = model.tiers ?? [];
  const end = endOf(model.type as Kind);
  for (const [at, tier] of tiers.entries()) {
    for (const column of columns.filter((one) => one !== end || at < tiers.length - 1)) look(`/tiers/${at}/${column}`, column, tier[column], isNeeded(tier, column));
    if (end === "upTo" && at < tiers.length - 1 && tier.upTo && isNumber(tier.upTo) && !(compareDecimals(tier.upTo, plainOr(tiers[at - 1]?.upTo, "0")) > 0)) faults.set(`/tiers/${at}/upTo`, "wrong");
  }
  return faults;
}

/** A tier costs something for each, a flat fee, or both. */
const isNeeded = (tier: TierTerms, column: Column) => column !== "flat" && (!(column === "unit" || column === "rate") || !tier.flat);

const plainOr = (text: string | null | undefined, otherwise: string) => (text && isNumber(text) ? text : otherwise);
