import { isDay, type Day } from "@/lib/dates";

export const windows = ["hour", "day", "month"] as const;
export type Window = (typeof windows)[number];

/** What the address of the usage page says. */
export interface UsageSearch {
  /** The meter's code; absent: the first. */
  meter?: string;
  /** The first day; absent: the month's. */
  from?: Day;
  /** The last day; absent: the month's. */
  through?: Day;
  /** Absent: day. */
  window?: Exclude<Window, "day">;
  /** Only this one's. */
  subject?: string;
  /** The first instant of the window whose events are shown. */
  events?: string;
}

const text = (value: unknown): value is string => typeof value === "string" && value !== "" && value.length <= 255;
const day = (value: unknown): value is Day => typeof value === "string" && isDay(value);

export function readUsageSearch(search: Record<string, unknown>): UsageSearch {
  const window = windows.find((one) => one === search["window"]);
  const { meter, from, through, subject, events } = search;
  return {
    ...(text(meter) ? { meter } : {}),
    ...(day(from) ? { from } : {}),
    ...(day(through) ? { through } : {}),
    ...(window && window !== "day" ? { window } : {}),
    ...(text(subject) ? { subject } : {}),
    ...(text(events) && !Number.isNaN(Date.parse(events)) ? { events } : {}),
  };
}
