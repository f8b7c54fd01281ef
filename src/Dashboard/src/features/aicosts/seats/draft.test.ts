import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { AiSeats } from "@/api/types";
import { draftOf, fieldOf, inputOf, newDraft, numberOf, termsOf } from "./draft";
import { readSeatsSearch } from "./search";

const account = "0193a0c0-0000-7000-8000-00000000000a";
const seats: AiSeats = { id: "0193a0c0-0000-7000-8000-000000000001", account, name: "Assistant", seats: 10, price: { amount: "21.50", currency: "EUR" }, monthly: { amount: "215.00", currency: "EUR" }, from: "2026-11-15", until: null, version: 3 };
const typed = { ...newDraft("2026-11-30", account), name: " Assistant ", seats: "1.200", price: "21,50", currency: "EUR" };

test("seats that are booked say at which account, what, how many, for how much and from when", () => {
  expect(inputOf(typed, "de-DE")).toEqual({ account, name: "Assistant", seats: 1200, price: { amount: "21.50", currency: "EUR" }, from: "2026-11-30" });
  for (const part of [{ account: "" }, { name: " " }, { seats: "0" }, { seats: "many" }, { price: "" }, { price: "-1" }, { from: null }]) expect(inputOf({ ...typed, ...part }, "de-DE")).toBeNull();
});

test("another agreement begins today or with the first day, in the currency of the booking, and may be none for a while", () => {
  const draft = draftOf(seats, "2026-11-30", "de-DE");
  expect([draft.seats, draft.price, draft.from]).toEqual(["10", "21,50", "2026-11-30"]);
  expect(draftOf(seats, "2026-11-01", "de-DE").from).toBe("2026-11-15");
  expect(termsOf({ ...draft, seats: "0" }, "de-DE")).toEqual({ seats: 0, price: { amount: "21.50", currency: "EUR" }, from: "2026-11-30" });
});

test("a number of seats is whole, and no more than a million", () => {
  expect([numberOf("1,000,000", 1), numberOf("1000001", 1), numberOf("-3", 0), numberOf("", 0)]).toEqual([1_000_000, null, null, null]);
});

test("a refusal stands at the field it speaks of", () => {
  expect(fieldOf(new Problem(422, { code: "ai-seats-before-booked" }))).toBe("from");
  expect(fieldOf(new Problem(422, { code: "ai-seats-number-wrong" }))).toBe("seats");
  expect(fieldOf(new Problem(422, { code: "ai-seats-given-up" }))).toBeUndefined();
});

test("the address says whose seats, which are open and what is done about them", () => {
  expect(readSeatsSearch({ account, open: seats.id, act: "end" })).toEqual({ account, open: seats.id, act: "end" });
  expect(readSeatsSearch({ account: "x", open: "new", act: "end" })).toEqual({ open: "new" });
  expect(readSeatsSearch({ open: seats.id, act: "burn" })).toEqual({ open: seats.id });
});
