import type { SubscriptionSettings } from "@/api/types";
import { readDays } from "./days";

/** What can be chosen. */
export type Rules = Omit<SubscriptionSettings, "version">;

/** What is chosen, with what is typed as it is typed. */
export type Draft = Omit<Rules, "retryDays" | "periodsBack"> & { retryDays: string; periodsBack: string };

const fields = ["unit", "changeDay", "invoices", "retryDays", "afterRetries", "pastDueHasAccess", "mailsClients", "periodsBack", "billingWay", "portalPlans", "portalCancel"] as const satisfies readonly (keyof Rules)[];

export const draftOf = (settings: Rules): Draft => ({ ...settings, retryDays: settings.retryDays.join(", "), periodsBack: String(settings.periodsBack) });

/** What a draft says, and which of its fields nobody can read. */
export function readDraft({ retryDays, periodsBack, ...chosen }: Draft): { faults: ReadonlySet<keyof Rules>; rules: Partial<Rules> } {
  const days = readDays(retryDays);
  const back = /^\d{1,3}$/.test(periodsBack.trim()) && Number(periodsBack) <= 120 ? Number(periodsBack) : null;
  const faults = new Set<keyof Rules>([...(days === null ? (["retryDays"] as const) : []), ...(back === null ? (["periodsBack"] as const) : [])]);
  return { faults, rules: { ...chosen, ...(days === null ? {} : { retryDays: days }), ...(back === null ? {} : { periodsBack: back }) } };
}

/** Only what differs: what is left out stays. */
export const changesOf = (settings: Rules, rules: Partial<Rules>): Partial<Rules> =>
  Object.fromEntries(fields.filter((field) => rules[field] !== undefined && JSON.stringify(rules[field]) !== JSON.stringify(settings[field])).map((field) => [field, rules[field]])) as Partial<Rules>;
