import type { SupportProject, SupportProjectChange, SupportProjectInput } from "@/api/types";
import type { Day } from "@/lib/dates";
import { compareDecimals, minorUnits, readDecimal, showDecimal } from "@/lib/decimal";

/** The categories that have a meaning; others are one's own words. */
export const categories = ["website", "landing-page", "migration", "multi-form", "basic-form"] as const;

/** A project as it is being typed. */
export interface Draft {
  client: string | null;
  name: string;
  category: string;
  price: string;
  completedOn: Day | null;
  ready: boolean;
}

export const newDraft = (client: string | null): Draft => ({ client, name: "", category: "website", price: "", completedOn: null, ready: false });
export const draftOf = (row: SupportProject, locale: string): Draft => ({ client: row.clientId, name: row.name, category: row.category, price: showDecimal(row.price.amount, locale, minorUnits(row.price.currency)), completedOn: row.completedOn, ready: row.status !== "notReady" });

export const isBadPrice = ({ price }: Pick<Draft, "price">, locale: string) => price.trim() !== "" && readDecimal(price, locale) === null;

/** What to write down; null while something is missing or cannot be read. */
export function inputOf({ client, name, category, price, completedOn, ready }: Draft, currency: string, locale: string): SupportProjectInput | null {
  const amount = readDecimal(price, locale);
  if (!client || name.trim() === "" || category.trim() === "" || amount === null) return null;
  return { clientId: client, name: name.trim(), category: category.trim(), price: { amount, currency }, completedOn, ready };
}

/** What changes of a project; null while something is missing or cannot be read. */
export function changeOf(draft: Draft, row: SupportProject, currency: string, locale: string): SupportProjectChange | null {
  const input = inputOf(draft, currency, locale);
  if (!input) return null;
  const change: SupportProjectChange = {};
  if (input.clientId !== row.clientId) change.clientId = input.clientId;
  if (input.name !== row.name) change.name = input.name;
  if (input.category !== row.category) change.category = input.category;
  if (input.price.currency !== row.price.currency || compareDecimals(input.price.amount, row.price.amount) !== 0) change.price = input.price;
  if (draft.completedOn !== row.completedOn) change.completedOn = draft.completedOn;
  if (draft.ready !== (row.status !== "notReady")) change.ready = draft.ready;
  return change;
}
