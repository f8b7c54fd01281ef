import { expect, test } from "vitest";
import type { AiDay } from "@/api/types";
import { readOverviewSearch } from "./search";
import { stacked } from "./stack";

const line = (day: string, group: string, amount: string): AiDay => ({ day, group, cost: { amount, currency: "USD" }, inputTokens: 0, outputTokens: 0, requests: 0, unpriced: 0 });

test("the highest day fills the chart, and the largest group lies below", () => {
  const { groups, days } = stacked([line("2026-11-09", "openai", "1"), line("2026-11-09", "anthropic", "3"), line("2026-11-10", "openai", "2")]);
  expect(groups.map(({ name, share }) => [name, share])).toEqual([["anthropic", 0.5], ["openai", 0.5]]);
  expect(days.map(({ day, top }) => [day, top])).toEqual([["2026-11-09", 1], ["2026-11-10", 0.5]]);
  expect(days[0]!.parts.map(({ line: of, from, to }) => [of.group, from, to])).toEqual([["anthropic", 0, 0.75], ["openai", 0.75, 1]]);
});

test("what is small is drawn as one, and still told line by line", () => {
  const { groups, days } = stacked(["a", "b", "c", "d", "e", "f"].map((name, at) => line("2026-11-09", name, String(10 - at))));
  expect(groups.map(({ name }) => name)).toEqual(["a", "b", "c", "d", null]);
  expect(days[0]!.parts).toHaveLength(6);
  expect(new Set(groups.map(({ ink }) => ink)).size).toBe(5);
});

test("days that cost nothing are drawn flat", () => {
  expect(stacked([line("2026-11-09", "a", "0")]).days[0]!.top).toBe(0);
  expect(stacked([])).toEqual({ groups: [], days: [] });
});

test("the address says the month and the grouping, and nothing else", () => {
  expect(readOverviewSearch({ month: "2026-11", by: "model" })).toEqual({ month: "2026-11", by: "model" });
  expect(readOverviewSearch({ month: "2026-13", by: "moon" })).toEqual({});
  expect(readOverviewSearch({ by: "provider" })).toEqual({});
});
