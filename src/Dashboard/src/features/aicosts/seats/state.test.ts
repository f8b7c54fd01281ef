import { expect, test } from "vitest";
import { nextCharge, stateOf } from "./state";

const booked = (from: string, until: string | null = null, seats = 10) => ({ from, until, seats });

test("seats come, go on, rest, end and are over", () => {
  expect(stateOf(booked("2026-12-01"), "2026-11-30")).toBe("coming");
  expect(stateOf(booked("2026-11-30"), "2026-11-30")).toBe("going");
  expect(stateOf(booked("2026-11-30", null, 0), "2026-11-30")).toBe("resting");
  expect(stateOf(booked("2026-11-01", "2026-12-01"), "2026-11-30")).toBe("ending");
  expect(stateOf(booked("2026-11-01", "2026-11-30"), "2026-11-30")).toBe("over");
  expect(stateOf(booked("2026-12-15", "2026-12-10"), "2026-11-30")).toBe("over");
});

test("the next charge is on the day of the month they were booked from, or a month's last", () => {
  expect(nextCharge(booked("2026-01-31"), "2026-01-31")).toBe("2026-02-28");
  expect(nextCharge(booked("2026-01-31"), "2026-02-28")).toBe("2026-03-31");
  expect(nextCharge(booked("2025-03-15"), "2026-11-14")).toBe("2026-11-15");
  expect(nextCharge(booked("2025-03-15"), "2026-12-15")).toBe("2027-01-15");
  expect(nextCharge(booked("2027-02-01"), "2026-11-30")).toBe("2027-02-01");
});

test("nothing is charged on the day they end or later, nor while there are none", () => {
  expect(nextCharge(booked("2026-01-15", "2026-12-15"), "2026-11-30")).toBeNull();
  expect(nextCharge(booked("2026-01-15", "2026-12-16"), "2026-11-30")).toBe("2026-12-15");
  expect(nextCharge(booked("2026-01-15", null, 0), "2026-11-30")).toBeNull();
});
