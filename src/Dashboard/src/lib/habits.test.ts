import { expect, test } from "vitest";
import { habitsOf, isSlug, slugOf } from "./habits";

const otherwise = { currency: "USD", timeZone: "Europe/London", locale: "en-US" };

test("the browser's region decides the currency, its languages the locale", () => {
  expect(habitsOf(["de-AT", "en-US"], "Europe/Vienna", otherwise)).toEqual({ locale: "de-AT", currency: "EUR", timeZone: "Europe/Vienna" });
  expect(habitsOf(["de", "en-GB"], "Europe/London", otherwise)).toEqual({ locale: "en-GB", currency: "GBP", timeZone: "Europe/London" });
  expect(habitsOf(["tlh"], "UTC", otherwise)).toEqual(otherwise);
});

test("an address is made of a name", () => {
  expect(slugOf("Bäckerei Müller & Söhne")).toBe("baeckerei-mueller-soehne");
  expect(slugOf("  Café -- Crème №1 ")).toBe("cafe-creme-no1");
  expect(slugOf("日本")).toBe("");
  expect(slugOf("x".repeat(120))).toHaveLength(100);
  expect([isSlug("ab"), isSlug("abc"), isSlug("a_b_c")]).toEqual([false, true, false]);
});
