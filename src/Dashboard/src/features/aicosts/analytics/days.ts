import type { AiAnomaly, AiForecastLine, AiTrend, Money } from "@/api/types";
import { daysBetween, type Day } from "@/lib/dates";
import { roundUp } from "../parts/scale";

/** A day with all that is told of it. */
export interface TrendDay {
  day: Day;
  /** Null: it has not come, or nobody has looked at it. */
  cost: Money | null;
  average7: Money | null;
  average30: Money | null;
  /** What was foretold. */
  ahead: AiForecastLine["days"][number] | null;
  anomalies: readonly AiAnomaly[];
}

/** The days of one currency in their order: those that came, and those that are foretold. */
export function daysOf(trend: AiTrend, forecast: AiForecastLine | undefined, anomalies: readonly AiAnomaly[]): TrendDay[] {
  const days = new Map<Day, TrendDay>();
  for (const { day, cost, average7, average30 } of trend.days) days.set(day, { day, cost, average7, average30, ahead: null, anomalies: anomalies.filter((one) => one.day === day && one.cost.currency === trend.currency) });
  for (const ahead of forecast?.days ?? []) days.set(ahead.day, { ...(days.get(ahead.day) ?? { day: ahead.day, cost: null, average7: null, average30: null, anomalies: [] }), ahead });
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The round number that the chart reaches up to. */
export function scaleOf(days: readonly TrendDay[]): number {
  const most = Math.max(0, ...days.flatMap(({ cost, average7, average30, ahead }) => [cost, average7, average30, ahead?.high].map((one) => Number(one?.amount ?? 0))));
  return most === 0 ? 1 : roundUp(most);
}

/** Where on the way from the first to the last day a day lies, 0 to 1. */
export const shareOf = (days: readonly TrendDay[], day: Day): number => {
  const length = daysBetween(days[0]!.day, days.at(-1)!.day);
  return length === 0 ? 1 : daysBetween(days[0]!.day, day) / length;
};

/** What is drawn as one line each: days in a row that have a value. Over days that nobody looked at there is no line. */
export function runsOf(days: readonly TrendDay[], value: (day: TrendDay) => Money | null | undefined): { day: Day; amount: string }[][] {
  const runs: { day: Day; amount: string }[][] = [];
  let before: Day | null = null;
  for (const one of days) {
    const amount = value(one)?.amount;
    if (amount === undefined) continue;
    if (before === null || daysBetween(before, one.day) > 1) runs.push([]);
    runs.at(-1)!.push({ day: one.day, amount });
    before = one.day;
  }
  return runs;
}
