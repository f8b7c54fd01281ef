import { readDay, type DateFormat, type Day } from "@/lib/dates";

/** An action and what it is done with, as typed: "record payment meadow", "cycle 11/14/2025", or a date alone. */
export type Wanted = { action: "pay"; facility: string } | { action: "cycle"; day: Day };

const pay = /^(?:record\s+)?(?:payment|pay|zahlung(?:\s+erfassen)?|bezahlen)\s+(?:for\s+|für\s+)?(.{2,})$/i;
const cycle = /^(?:(?:go\s+to\s+)?(?:cycle|zyklus)\s+)?(.+)$/i;

export function readAction(query: string, format: DateFormat, today: Day): Wanted | null {
  const text = query.trim();
  const facility = pay.exec(text)?.[1]?.trim();
  if (facility) return { action: "pay", facility };
  const day = readDay(cycle.exec(text)?.[1] ?? "", format, today);
  return day ? { action: "cycle", day } : null;
}
