import { expect, test } from "vitest";
import { compareDecimals, minorUnits, readDecimal, showDecimal } from "./decimal";

test.each([
  ["$4,250.00", "en-US", "4250.00"],
  ["4250", "en-US", "4250"],
  ["4.250,00", "en-US", "4250.00"],
  ["4.250,00", "de-DE", "4250.00"],
  ["1.234,56", "de-DE", "1234.56"],
  ["1,234.56", "de-DE", "1234.56"],
  ["1 234,56", "fr-FR", "1234.56"],
  ["1'234.56", "de-CH", "1234.56"],
  ["1,234", "en-US", "1234"],
  ["1.234", "de-DE", "1234"],
  ["1.234", "en-US", "1.234"],
  ["1,234", "de-DE", "1.234"],
  ["12,5", "en-US", "12.5"],
  ["1,234,567.89", "en-US", "1234567.89"],
  ["€ 12.50", "en-US", "12.50"],
  ["12.50 EUR", "en-US", "12.50"],
  ["(12.50)", "en-US", "-12.50"],
  ["−3", "en-US", "-3"],
  ["-$3.10", "en-US", "-3.10"],
  ["007", "en-US", "7"],
  [".5", "en-US", "0.5"],
  ["-0", "en-US", "0"],
  ["n/a", "en-US", null],
  ["12abc", "en-US", null],
  ["1,23,4.5", "en-US", null],
  ["1.2.3", "en-US", null],
  ["", "en-US", null],
] as const)("%s typed in %s is %s", (text, locale, amount) => {
  expect(readDecimal(text, locale)).toBe(amount);
});

test("every digit survives being shown", () => {
  expect(showDecimal("90071992547409931.07", "en-US", 2)).toBe("90,071,992,547,409,931.07");
  expect(showDecimal("1234567.5", "de-DE", 2)).toBe("1.234.567,50");
  expect(showDecimal("-0.1", "en-US", 2)).toBe("−0.10");
  expect(showDecimal("0.000123", "en-US", 2)).toBe("0.000123");
  expect(showDecimal("1200", "ja-JP", minorUnits("JPY"))).toBe("1,200");
});

test("decimals compare by digits, not by floats", () => {
  expect(compareDecimals("0.1", "0.10")).toBe(0);
  expect(compareDecimals("-2", "1.5")).toBe(-1);
  expect(compareDecimals("9007199254740993", "9007199254740992")).toBe(1);
});
