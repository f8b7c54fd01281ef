import { expect, test } from "vitest";
import type { AiDay } from "@/api/types";
import { readOverviewSearch } from "./search";
import { stacked } from "./stack";

const line = (day: string, group: string, amount: string): AiDay => ({ day, group, cost: { amount, currency: "USD" }, inputTokens: 0, outputTokens: 0, requests: 0, unpriced: 0 });

test("the chart reaches up to a round number, and the largest group lies below", () => {
  const { groups, scale, days } = stacked([line("2026-11-09", "openai", "1"), line("2026-11-09", "anthropic", "3"), line("2026-11-10", "openai", "2")]);
  expect(groups.map(({ name, share }) => [name, share])).toEqual([["anthropic", 0.5], ["openai", 0.5]]);
  expect(days.map(({ day, top }) => [day, top])).toEqual([["2026-11-09", 0.8], ["2026-11-10", 0.4]]);
  expect(days[0]!.parts.map(({ line: of, from, to }) => [of.group, from, to])).toEqual([["anthropic", 0, 0.6], ["openai", 0.6, 0.8]]);
  expect(scale).toBe(5);
  expect(["0.00004", "1", "2.1", "30"].map((amount) => stacked([line("2026-11-09", "a", amount)]).scale)).toEqual([0.00005, 1, 2.5, 50]);
});

test("what is small is drawn as one, and still told line by line", () => {
  const { groups, days } = stacked(["a", "b", "c", "d", "e", "f"].map((name, at) => line("2026-11-09", name, String(10 - at))));
  expect(groups.map(({ name }) => name)).toEqual(["a", "b", "c", "d", null]);
  expect(days[0]!.parts).toHaveLength(6);
  expect(new Set(groups.map(({ ink }) => ink)).size).toBe(5);
});

test("days that cost nothing are drawn flat", () => {
  expect(stacked([line("2026-11-09", "a", "0")]).days[0]!.top).toBe(0);
  expect(stacked([])).toEqual({ groups: [], scale: 1, days: [] });
});

test("the address says the month and the grouping, and nothing else", () => {
  expect(readOverviewSearch({ month: "2026-11", by: "model" })).toEqual({ month: "2026-11", by: "model" });
  expect(readOverviewSearch({ month: "2026-13", by: "moon" })).toEqual({});
  expect(readOverviewSearch({ by: "provider" })).toEqual({});
});
