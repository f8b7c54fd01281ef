import { expect, test } from "vitest";
import { askedBy, showFormula } from "./formula";

test("a formula is written in the person's numbers, and its words stay", () => {
  expect(showFormula("2.5 × 80.00 EUR", "de-DE")).toBe("2,5 × 80,00 EUR");
  expect(showFormula("7.25 % × 1234.50 USD", "en-US")).toBe("7.25 % × 1,234.50 USD");
  expect(showFormula("10 / 31 × 0.0025 EUR", "de-DE")).toBe("10 / 31 × 0,0025 EUR");
});

test("an address to open is read part by part", () => {
  expect(askedBy("/api/explain/usage.usage/0193~1~0?sum=12.50")).toEqual({ kind: "usage.usage", id: "0193~1~0", query: { sum: "12.50" } });
  expect(askedBy("/api/explain/ai-month/2025-01?amount=cost&currency=USD&after=100&sum=3.00")).toEqual({ kind: "ai-month", id: "2025-01", query: { amount: "cost", currency: "USD", sum: "3.00", after: 100 } });
});
