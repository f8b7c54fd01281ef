/** Calendar days as `YYYY-MM-DD` text. No time, no zone: the same day everywhere. */
export type Day = string;

export const dateFormats = ["MM/dd/yyyy", "dd.MM.yyyy", "dd/MM/yyyy", "yyyy-MM-dd"] as const;
export type DateFormat = (typeof dateFormats)[number];
export type Weekday = "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
export const weekdays: readonly Weekday[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const pad = (value: number, width = 2) => String(value).padStart(width, "0");
const utc = (day: Day) => new Date(`${day}T00:00:00Z`);

/** The day, or null when there is no such day (2025-02-30). */
export function day(year: number, month: number, date: number): Day | null {
  const text = `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
  const at = new Date(Date.UTC(year, month - 1, date));
  return year >= 1900 && year <= 2999 && at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? text : null;
}

export const isDay = (text: string): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text) && day(+text.slice(0, 4), +text.slice(5, 7), +text.slice(8)) === text;

export function addDays(from: Day, days: number): Day {
  const at = utc(from);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Whole months later; the day is clamped to the month's end. */
export function addMonths(from: Day, months: number): Day {
  const first = utc(`${from.slice(0, 8)}01`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${pad(Math.min(+from.slice(8), last))}`;
}

/** When a day begins in a time zone, as an instant. Where clocks change at midnight, the first moment of the day. */
export function startOfDay(of: Day, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
  const wallClock = (at: number) => {
    const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  };
  const wanted = utc(of).getTime();
  let at = wanted;
  for (let round = 0; round < 3; round++) at -= wallClock(at) - wanted;
  // Midnight that clocks leave out: the search goes round it; the day begins where it shows first.
  while (wallClock(at) < wanted) at += 15 * 60_000;
  return new Date(at).toISOString();
}

/** 0 is Sunday. */
export const weekdayOf = (of: Day) => utc(of).getUTCDay();
export const daysBetween = (from: Day, to: Day) => Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

/** Six weeks that show the month of the day, starting on the week's first day. */
export function monthGrid(of: Day, weekStart: number): Day[][] {
  const first = `${of.slice(0, 8)}01`;
  const start = addDays(first, -((weekdayOf(first) - weekStart + 7) % 7));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, weekday) => addDays(start, week * 7 + weekday)));
}

/** Today in a time zone; the clock is given. */
export function todayIn(timeZone: string, now: Date): Day {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
  return parts.slice(0, 10);
}

export function showDay(of: Day, format: DateFormat): string {
  const [year, month, date] = of.split("-") as [string, string, string];
  return format.replace("yyyy", year).replace("MM", month).replace("dd", date);
}

/**
 * What a person typed: 2025-11-14, 11/14/2025, 14.11.2025, 11142025, 11/14 (this year). Dots mean day first, slashes follow the format.
 * Null when it is no day.
 */
export function readDay(text: string, format: DateFormat, today: Day): Day | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return day(+iso[1]!, +iso[2]!, +iso[3]!);
  const bare = /^\d{8}$/.test(typed);
  if (bare && format === "yyyy-MM-dd") return day(+typed.slice(0, 4), +typed.slice(4, 6), +typed.slice(6));
  const parts = bare ? [typed.slice(0, 2), typed.slice(2, 4), typed.slice(4)] : /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4})?)?$/.exec(typed)?.slice(1);
  if (!parts) return null;
  const [first, second] = [+parts[0]!, +parts[1]!];
  const year = parts[2] ? (parts[2].length === 2 ? 2000 + +parts[2] : +parts[2]) : +today.slice(0, 4);
  const dayFirst = typed.includes(".") || format.startsWith("dd");
  return dayFirst ? day(year, second, first) : day(year, first, second);
}
