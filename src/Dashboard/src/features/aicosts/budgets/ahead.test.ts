import { expect, test } from "vitest";
import { aheadOf, marksOf } from "./ahead";

const usd = (amount: string) => ({ amount, currency: "USD" });
const of = (spent: string, left: string, breaks: string | null) => aheadOf({ spent: usd(spent), left: usd(left), projection: { atEnd: usd("0"), confidence: "50", breaks } });

test("a budget that is spent breaks on no day to come", () => {
  expect(of("100", "0", "2026-11-10")).toBe("spent");
  expect(of("100.01", "-0.01", "2026-11-10")).toBe("spent");
  expect(of("70", "30", "2026-11-14")).toBe("breaks");
  expect(of("10", "90", null)).toBe("lasts");
  expect(of("0", "100.00", null)).toBe("untouched");
});

test("the bar ends with the amount: thresholds at its end or behind it have no mark", () => {
  const at = (share: string) => ({ at: share, level: "warning" as const, amount: usd("1"), reached: false });
  expect(marksOf({ thresholds: [at("50"), at("99.5"), at("100"), at("120")] })).toEqual([50, 99.5]);
});
