import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween, isDay, monthGrid, readDay, showDay, startOfDay, todayIn, weekdayOf } from "./dates";

test.each([
  ["2025-11-14", "MM/dd/yyyy", "2025-11-14"],
  ["11/14/2025", "MM/dd/yyyy", "2025-11-14"],
  ["11142025", "MM/dd/yyyy", "2025-11-14"],
  ["14112025", "dd.MM.yyyy", "2025-11-14"],
  ["20251114", "yyyy-MM-dd", "2025-11-14"],
  ["14.11.2025", "MM/dd/yyyy", "2025-11-14"],
  ["14.11.25", "dd.MM.yyyy", "2025-11-14"],
  ["11/14", "MM/dd/yyyy", "2026-11-14"],
  ["14.11.", "dd.MM.yyyy", "2026-11-14"],
  [" 1/2/2024 ", "MM/dd/yyyy", "2024-01-02"],
  ["2/30/2025", "MM/dd/yyyy", null],
  ["13/01/2025", "MM/dd/yyyy", null],
  ["13/01/2025", "dd/MM/yyyy", "2025-01-13"],
  ["01/13/2025", "dd/MM/yyyy", null],
  ["n/a", "MM/dd/yyyy", null],
  ["1/2/3", "MM/dd/yyyy", null],
  ["99999999", "MM/dd/yyyy", null],
  ["", "MM/dd/yyyy", null],
] as const)("%s typed where days look like %s is %s", (text, format, day) => {
  expect(readDay(text, format, "2026-01-05")).toBe(day);
});

test("months are clamped to their end, leap years included", () => {
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2025-01-31", 1)).toBe("2025-02-28");
  expect(addMonths("2025-03-31", -1)).toBe("2025-02-28");
  expect(addMonths("2025-12-15", 1)).toBe("2026-01-15");
  expect(addDays("2025-03-29", 2)).toBe("2025-03-31");
  expect(daysBetween("2025-10-25", "2025-10-27")).toBe(2);
});

test("a month's grid begins on the week's first day and holds the month", () => {
  const grid = monthGrid("2025-11-19", 1);
  expect(grid).toHaveLength(6);
  expect(grid[0]![0]).toBe("2025-10-27");
  expect(weekdayOf(grid[3]![0]!)).toBe(1);
  expect(monthGrid("2025-11-19", 0)[0]![0]).toBe("2025-10-26");
});

test("today depends on where one is", () => {
  const late = new Date("2025-11-20T03:30:00Z");
  expect(todayIn("America/Chicago", late)).toBe("2025-11-19");
  expect(todayIn("Europe/Berlin", late)).toBe("2025-11-20");
});

test("days are shown in each format and know what is no day", () => {
  expect(showDay("2025-11-04", "MM/dd/yyyy")).toBe("11/04/2025");
  expect(showDay("2025-11-04", "dd.MM.yyyy")).toBe("04.11.2025");
  expect(showDay("2025-11-04", "dd/MM/yyyy")).toBe("04/11/2025");
  expect(isDay("2024-02-29")).toBe(true);
  expect(isDay("2025-02-29")).toBe(false);
});

test.each([
  ["2026-11-20", "UTC", "2026-11-20T00:00:00.000Z"],
  ["2026-11-20", "America/Chicago", "2026-11-20T06:00:00.000Z"],
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
  ["2026-11-20", "Asia/Kathmandu", "2026-11-19T18:15:00.000Z"],
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, instant) => {
  expect(startOfDay(day, zone)).toBe(instant);
});
