import { expect, test } from "vitest";
import { daysOf, isComplete, meets, type Condition, type Operator } from "./conditions";
import type { CellValue, Kind } from "./types";

const today = "2025-11-19";
const euro = (amount: string) => ({ amount, currency: "EUR" });
const on = (op: Operator, ...values: string[]): Condition => ({ column: "x", op, values });

test.each<[CellValue, Kind, Condition, boolean]>([
  ["Meadow Health", "text", on("contains", "HEALTH"), true],
  ["Meadow Health", "text", on("is", "meadow health"), true],
  ["Meadow", "text", on("isNot", "Meadow"), false],
  [null, "text", on("isNot", "Meadow"), true],
  [null, "text", on("empty"), true],
  ["", "text", on("notEmpty"), false],
  ["a", "choice", on("is", "b", "a"), true],
  ["2025-11-18", "date", on("before", "2025-11-19"), true],
  ["2025-11-19", "date", on("before", "2025-11-19"), false],
  ["2025-11-20", "date", on("after", "2025-11-19"), true],
  ["2025-11-19", "date", on("last", "7"), true],
  ["2025-11-13", "date", on("last", "7"), true],
  ["2025-11-12", "date", on("last", "7"), false],
  ["2025-11-20", "date", on("last", "7"), false],
  ["2025-11-25", "date", on("next", "7"), true],
  ["2025-11-26", "date", on("next", "7"), false],
  [euro("100.00"), "money", on("between", "100", "200"), true],
  [euro("99.999"), "money", on("between", "100", "200"), false],
  [euro("1000"), "money", on("atLeast", "999.5"), true],
  [euro("-5"), "money", on("atMost", "0"), true],
  [euro("12.50"), "money", on("is", "12.5"), true],
  [null, "money", on("atMost", "5"), false],
])("%j (%s) under %j: %s", (value, kind, condition, expected) => {
  expect(meets(value, kind, condition, today)).toBe(expected);
});

test("a date condition becomes the days it spans", () => {
  expect(daysOf(on("last", "30"), today)).toEqual({ from: "2025-10-21", through: today });
  expect(daysOf(on("next", "1"), today)).toEqual({ from: today, through: today });
  expect(daysOf(on("before", "2025-03-01"), today)).toEqual({ through: "2025-02-28" });
  expect(daysOf(on("between", "2025-01-01", "2025-01-31"), today)).toEqual({ from: "2025-01-01", through: "2025-01-31" });
});

test("a filter without its values is not complete", () => {
  expect(isComplete(on("between", "1", ""), "money")).toBe(false);
  expect(isComplete(on("is"), "choice")).toBe(false);
  expect(isComplete(on("empty"), "choice")).toBe(true);
});
