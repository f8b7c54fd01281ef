import { expect, it } from "vitest";
import { readStatisticsSearch } from "./search";

it("keeps days and a currency, and drops the rest", () => {
  expect(readStatisticsSearch({ from: "2026-01-01", to: "tomorrow", in: "EUR", rates: "2026-01-31", compare: "year", at: "3" })).toEqual({ from: "2026-01-01", in: "EUR", rates: "2026-01-31", compare: "year" });
  expect(readStatisticsSearch({ in: "eur", from: 1, compare: "decade" })).toEqual({});
});
