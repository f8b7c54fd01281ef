import { addMonths, type Day } from "@/lib/dates";

/** What the address of re-billing says. */
export interface RebillingSearch {
  /** Absent: the month. */
  list?: "terms";
  /** Such as 2026-10; absent: the month before this one. */
  month?: string;
  /** The charge whose usage is looked at, the client whose terms are changed, or `new` terms. */
  open?: string;
}

export function readRebillingSearch({ list, month, open }: Record<string, unknown>): RebillingSearch {
  return {
    ...(list === "terms" ? { list } : {}),
    ...(typeof month === "string" && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(typeof open === "string" && /^(new|[0-9a-f-]{36})$/.test(open) ? { open } : {}),
  };
}

const shown = 13;

/** Months that are over, the latest first. */
export const monthsBefore = (today: Day): Day[] => Array.from({ length: shown }, (_, back) => addMonths(`${today.slice(0, 8)}01`, -back - 1));
