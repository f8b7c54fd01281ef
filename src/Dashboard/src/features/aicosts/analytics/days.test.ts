import { expect, test } from "vitest";
import type { AiAnomaly, AiForecastLine, AiTrend } from "@/api/types";
import { daysOf, runsOf, scaleOf, shareOf } from "./days";
import { readAnalyticsSearch } from "./search";

const usd = (amount: string) => ({ amount, currency: "USD" });
const trend: AiTrend = { currency: "USD", total: usd("12"), days: [["2026-11-01", "1"], ["2026-11-02", "2"], ["2026-11-05", "9"]].map(([day, cost], at) => ({ day: day!, cost: usd(cost!), average7: at === 2 ? usd("3.5") : null, average30: null })) };
const forecast: AiForecastLine = { currency: "USD", daysKnown: 4, confidence: "40", rSquared: "0.5", growthPerDay: usd("1"), mape: null, total: usd("21"), days: [{ day: "2026-11-05", cost: usd("10"), low: usd("8"), high: usd("12") }, { day: "2026-11-06", cost: usd("11"), low: usd("9"), high: usd("13") }] };
const anomaly = (day: string, currency: string): AiAnomaly => ({ account: "0193a0c0-0000-7000-8000-000000000001", provider: "own", name: "Basement", day, cost: { amount: "9", currency }, mean: { amount: "1", currency }, z: "4.2", severity: "critical" });

test("a day that came and was foretold stands once, with what stands out in its currency", () => {
  const days = daysOf(trend, forecast, [anomaly("2026-11-05", "USD"), anomaly("2026-11-05", "EUR")]);
  expect(days.map(({ day, cost, ahead, anomalies }) => [day, cost?.amount, ahead?.cost.amount, anomalies.length])).toEqual([
    ["2026-11-01", "1", undefined, 0],
    ["2026-11-02", "2", undefined, 0],
    ["2026-11-05", "9", "10", 1],
    ["2026-11-06", undefined, "11", 0],
  ]);
});

test("a line is broken where nobody looked, and the chart reaches above the band", () => {
  const days = daysOf(trend, forecast, []);
  expect(runsOf(days, (day) => day.cost).map((run) => run.map(({ day }) => day.slice(-2)))).toEqual([["01", "02"], ["05"]]);
  expect(runsOf(days, (day) => day.average7)).toEqual([[{ day: "2026-11-05", amount: "3.5" }]]);
  expect(scaleOf(days)).toBe(20);
  expect([scaleOf([]), shareOf(days, "2026-11-02"), shareOf(days, "2026-11-06"), shareOf(days.slice(0, 1), "2026-11-01")]).toEqual([1, 0.2, 1, 1]);
});

test("the address says what is unusual, and nothing that cannot be asked", () => {
  expect(readAnalyticsSearch({ days: 365, ahead: "7", beyond: 1.5, baseline: 14, account: "0193a0c0-0000-7000-8000-000000000001" })).toEqual({ days: 365, ahead: 7, beyond: "1.5", baseline: 14, account: "0193a0c0-0000-7000-8000-000000000001" });
  expect(readAnalyticsSearch({ days: 90, ahead: 400, beyond: 2, account: "all" })).toEqual({});
});
