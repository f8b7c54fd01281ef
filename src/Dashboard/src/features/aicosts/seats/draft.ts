import { isProblem } from "@/api/problem";
import type { AiSeats, AiSeatsInput, AiSeatsTerms } from "@/api/types";
import type { Day } from "@/lib/dates";
import { isNegative, minorUnits, readDecimal, showDecimal } from "@/lib/decimal";

/** Seats as they are typed. */
export interface Draft {
  account: string;
  name: string;
  seats: string;
  price: string;
  currency: string;
  from: Day | null;
}
export type DraftField = Exclude<keyof Draft, "currency">;

const most = 1_000_000;

export const newDraft = (today: Day, account = ""): Draft => ({ account, name: "", seats: "", price: "", currency: "USD", from: today });

/** Another agreement begins today, and not before they are charged at all. */
export const draftOf = (seats: AiSeats, today: Day, locale: string): Draft => ({
  account: seats.account,
  name: seats.name,
  seats: String(seats.seats),
  price: showDecimal(seats.price.amount, locale, minorUnits(seats.price.currency)),
  currency: seats.price.currency,
  from: seats.from > today ? seats.from : today,
});

/** A number of seats as typed, with or without separators; null: it is none. */
export function numberOf(text: string, least: 0 | 1): number | null {
  const plain = text.replace(/[\s.,'’]/g, "");
  return /^\d{1,7}$/.test(plain) && Number(plain) >= least && Number(plain) <= most ? Number(plain) : null;
}

/** What one seat costs a month, as typed; null: it is no price. */
export function priceOf(text: string, locale: string): string | null {
  const read = readDecimal(text, locale);
  return read === null || isNegative(read) ? null : read;
}

function agreed(draft: Draft, least: 0 | 1, locale: string): AiSeatsTerms | null {
  const [seats, amount] = [numberOf(draft.seats, least), priceOf(draft.price, locale)];
  return seats === null || amount === null || draft.from === null ? null : { seats, price: { amount, currency: draft.currency }, from: draft.from };
}

/** What is sent of seats that are there; null while something is missing or cannot be read. None at all is a number, too. */
export const termsOf = (draft: Draft, locale: string): AiSeatsTerms | null => agreed(draft, 0, locale);

/** The same for seats that are new. */
export function inputOf(draft: Draft, locale: string): AiSeatsInput | null {
  const terms = agreed(draft, 1, locale);
  return terms && draft.account !== "" && draft.name.trim() !== "" ? { ...terms, account: draft.account, name: draft.name.trim() } : null;
}

const fields: Readonly<Record<string, DraftField>> = {
  "ai-seats-account-unknown": "account",
  "name-missing": "name", "name-too-long": "name", "name-has-hidden-characters": "name",
  "ai-seats-number-wrong": "seats",
  "ai-seats-price-wrong": "price", "ai-seats-other-currency": "price",
  "ai-seats-day-wrong": "from", "ai-seats-before-booked": "from",
};

/** The field that a refusal speaks of; undefined where it speaks of all of it. */
export const fieldOf = (error: unknown): DraftField | undefined => (isProblem(error) ? fields[error.code] : undefined);
