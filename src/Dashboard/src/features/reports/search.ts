import { isDay, type Day } from "@/lib/dates";

/** What the address of a report says: which days, and the day at whose end it is looked at. */
export interface ReportSearch {
  from?: Day;
  to?: Day;
  /** Absent: now. */
  asOf?: Day;
}

export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  const day = (name: string) => (typeof search[name] === "string" && isDay(search[name]) ? { [name]: search[name] } : {});
  return { ...day("from"), ...day("to"), ...day("asOf") };
}
