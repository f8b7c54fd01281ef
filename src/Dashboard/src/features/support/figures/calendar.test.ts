import { expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { calendarOf } from "./calendar";

const came = (of: string, requests: number) => ({ of, requests, hours: "1" });

it("puts the days of a week under each other, from the day a week starts on", () => {
  const monday = calendarOf([came("2025-01-05", 1), came("2025-01-06", 4)], 1)!;
  expect(monday.cells.map(({ week, row, share }) => [week, row, share])).toEqual([[0, 6, 0.25], [1, 0, 1]]);
  expect(calendarOf([came("2025-01-05", 1), came("2025-01-06", 4)], 0)!.cells.map(({ week, row }) => [week, row])).toEqual([[0, 0], [0, 1]]);
});

it("draws a year at most, and says what came before", () => {
  const long = calendarOf([came("2023-01-02", 7), came(addDays("2025-01-31", -364), 2), came("2025-01-31", 1)], 1)!;
  expect([long.weeks, long.earlier, long.first, long.last]).toEqual([53, 7, "2024-02-02", "2025-01-31"]);
});

it("draws nothing of nothing", () => {
  expect(calendarOf([], 1)).toBeNull();
});
