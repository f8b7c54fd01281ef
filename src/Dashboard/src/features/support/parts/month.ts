import { addDays, addMonths, isDay, type Day } from "@/lib/dates";

/** A month as the address and the server write it: 2025-06. */
export type Month = string;

export const firstOf = (month: Month): Day => `${month}-01`;
export const lastOf = (month: Month): Day => addDays(addMonths(firstOf(month), 1), -1);
export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);
export const monthOf = (day: Day): Month => day.slice(0, 7);
export const stepMonth = (month: Month, months: number): Month => monthOf(addMonths(firstOf(month), months));
/** The month before the one of a day: as a rule the one that is to be closed. */
export const monthToClose = (today: Day): Month => stepMonth(monthOf(today), -1);
