import type { SupportStatistics } from "@/api/types";
import { addDays, daysBetween, weekdayOf, type Day } from "@/lib/dates";

/** As many weeks as are drawn: a year, and the week that it ends in. */
const MOST_WEEKS = 53;

export interface Cell {
  day: Day;
  requests: number;
  /** Columns of weeks from the left, days of the week from the top. */
  week: number;
  row: number;
  /** Of the busiest day that is drawn: more than 0, at most 1. */
  share: number;
}

export interface Calendar {
  cells: readonly Cell[];
  weeks: number;
  first: Day;
  last: Day;
  /** Requests of days before those that are drawn. */
  earlier: number;
}

/** The days on which requests came, as weeks beside each other: those of the last year before the latest. `weekStart`: 0 is Sunday. Null where there is none. */
export function calendarOf(days: SupportStatistics["days"], weekStart: number): Calendar | null {
  const last = days.at(-1)?.of;
  if (!last) return null;
  const startOf = (day: Day) => addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
  const least = addDays(startOf(last), -7 * (MOST_WEEKS - 1));
  const shown = days.filter((one) => one.of >= least);
  const origin = startOf(shown[0]!.of);
  const most = Math.max(...shown.map((one) => one.requests));
  const cells = shown.map(({ of, requests }) => ({ day: of, requests, week: Math.floor(daysBetween(origin, of) / 7), row: daysBetween(origin, of) % 7, share: requests / most }));
  return { cells, weeks: cells.at(-1)!.week + 1, first: shown[0]!.of, last, earlier: days.filter((one) => one.of < least).reduce((sum, one) => sum + one.requests, 0) };
}
