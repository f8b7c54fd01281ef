import type { SubscriptionSettings } from "@/api/types";

/** What can be chosen. */
export type Rules = Pick<SubscriptionSettings, "unit" | "changeDay" | "invoices">;

/** Only what differs: what is left out stays. */
export const changesOf = (settings: Rules, draft: Rules): Partial<Rules> => Object.fromEntries((["unit", "changeDay", "invoices"] as const).filter((field) => draft[field] !== settings[field]).map((field) => [field, draft[field]])) as Partial<Rules>;
