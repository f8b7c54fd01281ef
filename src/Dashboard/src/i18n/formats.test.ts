import { expect, test } from "vitest";
import { formatsOf, localeOf, type House } from "./formats";

const house: House = { locale: "en-US", timeZone: "America/Chicago", currency: "USD", dateFormat: "MM/dd/yyyy", weekStart: "monday", today: "2025-11-19" };

test("the person's locale decides how numbers, money and dates look", () => {
  const english = formatsOf("en-US", house, "MM/dd/yyyy");
  const german = formatsOf("de-DE", house, "dd.MM.yyyy");
  expect(english.money({ amount: "1234.5", currency: "EUR" })).toBe("1,234.50 EUR");
  expect(german.money({ amount: "-1234.5", currency: "EUR" })).toBe("−1.234,50 EUR");
  expect(english.day("2025-11-04")).toBe("11/04/2025");
  expect(german.day("2025-11-04")).toBe("04.11.2025");
  expect(german.month("2025-03-01")).toBe("März 2025");
  expect(english.weekStart).toBe(1);
});

test("instants are told in the organisation's time zone", () => {
  expect(formatsOf("en-US", house, "MM/dd/yyyy").instant("2025-11-20T03:30:00Z")).toMatch(/Nov 19, 2025.*9:30/);
});

test("how long ago", () => {
  const formats = formatsOf("en-US", house, "MM/dd/yyyy");
  const now = new Date("2025-11-19T12:00:00Z");
  expect(formats.ago("2025-11-19T11:58:00Z", now)).toBe("2 min. ago");
  expect(formats.ago("2025-11-19T12:00:00Z", now)).toBe("now");
  expect(formats.ago("2025-11-18T11:00:00Z", now)).toBe("yesterday");
});

test("the locale is the browser's own of the language, else the organisation's, else the language", () => {
  expect(localeOf("de", ["en-US", "de-AT"], "en-US")).toBe("de-AT");
  expect(localeOf("en", ["de-DE"], "en-GB")).toBe("en-GB");
  expect(localeOf("de", ["en-US"], "en-US")).toBe("de-DE");
});
