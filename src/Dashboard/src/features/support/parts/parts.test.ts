import { expect, it, test } from "vitest";
import { isMonth, lastOf, monthToClose, stepMonth } from "./month";
import { progressOf } from "./progress";

test.each([
  [23, 1, 17, 15],
  [20, 1, 20, 0],
  [19, 0, 1, 95],
  [1, 0, 19, 5],
  [0, 0, 20, 0],
])("%i sites, %i free, %i to go: %i percent", (active, free, toNext, percent) => {
  expect(progressOf(active, free, toNext)).toBe(percent);
});

it("steps over years and knows the last day of a month", () => {
  expect([stepMonth("2024-12", 1), stepMonth("2025-01", -1), lastOf("2024-02"), lastOf("2025-02")]).toEqual(["2025-01", "2024-12", "2024-02-29", "2025-02-28"]);
  expect(monthToClose("2025-01-31")).toBe("2024-12");
});

test.each(["2025-13", "2025-1", "", "june", "2025-06-01"])("“%s” is no month", (text) => {
  expect(isMonth(text)).toBe(false);
});
