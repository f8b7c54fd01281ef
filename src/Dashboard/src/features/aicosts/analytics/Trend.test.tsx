import { afterEach, expect, test } from "vitest";
import type { AiTrend } from "@/api/types";
import { clear, draw } from "@/test/draw";
import { daysOf } from "./days";
import { ofSame } from "./queries";
import { Trend } from "./Trend";

afterEach(clear);

const usd = (amount: string) => ({ amount, currency: "USD" });
const trend: AiTrend = { currency: "USD", total: usd("3"), days: [{ day: "2026-11-01", cost: usd("1"), average7: null, average30: null }, { day: "2026-11-02", cost: usd("2"), average7: null, average30: null }] };
const says = () => document.querySelector("svg[aria-label]")?.getAttribute("aria-label");

test("a chart says how many days stand out once they were judged, and not before", async () => {
  const { redraw } = await draw(<Trend trend={trend} days={daysOf(trend, undefined, [])} judged={false} onDay={() => undefined} />);
  expect(says()).toContain("3.00 USD");
  expect(says()).not.toContain("stand");
  await redraw(<Trend trend={trend} days={daysOf(trend, undefined, [])} judged onDay={() => undefined} />);
  expect(says()).toContain("0 days stand out");
});

test("what is of another account does not stay while this one is asked for", () => {
  const [ours, other] = [{ queryKey: ["ai-usage", "trends", "a", "2026-11-01"] }, { queryKey: ["ai-usage", "trends", "b", "2026-11-01"] }];
  expect([ofSame("a")(trend, ours), ofSame("a")(trend, other), ofSame(undefined)(trend, ours), ofSame(undefined)(trend, { queryKey: ["ai-usage", "trends", undefined] })]).toEqual([trend, undefined, undefined, trend]);
});
