import type { AiSeats } from "@/api/types";
import { addMonths, type Day } from "@/lib/dates";
import type { Tone } from "@/ui";

export type SeatsState = "coming" | "going" | "resting" | "ending" | "over";

export const tones: Record<SeatsState, Tone> = { coming: "open", going: "good", resting: "quiet", ending: "warn", over: "quiet" };

/** How it stands with seats on a day of UTC. */
export function stateOf({ from, until, seats }: Pick<AiSeats, "from" | "until" | "seats">, today: Day): SeatsState {
  if (until !== null) return until <= today || until <= from ? "over" : "ending";
  return seats === 0 ? "resting" : from > today ? "coming" : "going";
}

/** The next day that is charged: the day of the month they were booked from, or a month's last; null where none comes. */
export function nextCharge({ from, until, seats }: Pick<AiSeats, "from" | "until" | "seats">, today: Day): Day | null {
  if (seats === 0) return null;
  let month = from > today ? 0 : (Number(today.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - Number(from.slice(5, 7));
  if (from <= today && addMonths(from, month) <= today) month++;
  const day = addMonths(from, month);
  return until !== null && day >= until ? null : day;
}
