import { expect, test } from "vitest";
import { moreOf, newPrice, priceOf } from "./price";
import { readPricesSearch } from "./search";

const typed = { ...newPrice("2026-11-01"), provider: "mistral", model: " mistral-large* ", prices: { input: "2,00", output: "6", cacheRead: "", cacheWrite: "" } };

test("what was not typed is left out, so that it is not known and not nothing", () => {
  expect(priceOf(typed, "de-DE")).toEqual({ provider: "mistral", model: "mistral-large*", prices: { input: "2.00", output: "6" }, from: "2026-11-01", currency: "USD" });
});

test("nothing is sent without a price, or with one that is none", () => {
  expect(priceOf({ ...typed, prices: { input: "", output: "", cacheRead: "", cacheWrite: "" } }, "de-DE")).toBeNull();
  expect(priceOf({ ...typed, prices: { ...typed.prices, output: "-1" } }, "de-DE")).toBeNull();
  expect(priceOf({ ...typed, prices: { ...typed.prices, output: "cheap" } }, "de-DE")).toBeNull();
  expect(priceOf({ ...typed, provider: "" }, "de-DE")).toBeNull();
});

test("what has no column is told by its name", () => {
  expect(moreOf({ "tokens/input": "3", "tokens/output over 200000": "22.5", "factor/batch": "0.5" })).toEqual(["tokens/output over 200000", "factor/batch"]);
});

test("the address says which sheet is open", () => {
  expect(readPricesSearch({ open: "new", q: "sonnet" })).toEqual({ open: "new", q: "sonnet" });
  expect(readPricesSearch({ open: "old" })).toEqual({});
});
