import { describe, expect, it } from "vitest";
import type { PriceTerms } from "@/api/types";
import { textNow } from "@/i18n/messages";
import { faultsOf } from "./faults";
import { messages } from "./messages";
import { beginnings, countsQuantity, givenOf, isEditable, kinds, withAnotherTier, withField, withoutTier, withTier } from "./model";
import { priceLines } from "./words";

it("keeps the last tier without end", () => {
  const more = withAnotherTier(beginnings.volume);
  expect(more.tiers?.map((tier) => tier.upTo)).toEqual(["100", "1000", "2000", null]);
  expect(withoutTier(more, 3).tiers?.map((tier) => tier.upTo)).toEqual(["100", "1000", null]);
});

it("takes an empty field away", () => expect(withField(beginnings.package, "freeUnits", "")).toEqual({ type: "package", packageSize: "100", packagePrice: "5" }));

it("says nothing of what is not given", () => expect(givenOf({ type: "volume", fee: null, tiers: [{ upTo: null, unit: "1", flat: null }] })).toEqual({ type: "volume", tiers: [{ unit: "1" }] }));

it("has a field for each of its models, and not for what sells several units or ends", () => {
  expect(kinds.every((kind) => isEditable(beginnings[kind]))).toBe(true);
  expect([{ type: "capacity", tiers: [] }, { type: "blocks", units: [] }, { type: "blocks", tiers: [{ maxBlocks: "10" }] }].some((price) => isEditable(price as PriceTerms))).toBe(false);
  expect(kinds.filter((kind) => countsQuantity(beginnings[kind]))).toEqual(["per-unit", "graduated", "volume", "package", "blocks"]);
});

describe("What is wrong with a price", () => {
  const faults = (price: PriceTerms) => [...faultsOf(price)].map(([at, how]) => `${at} ${how}`);

  it("is nothing of what the form begins with", () => expect(kinds.flatMap((kind) => faults(beginnings[kind]))).toEqual([]));

  it("is what is missing, no number, or no size", () => {
    expect(faults({ type: "per-unit" })).toEqual(["/unitPrice missing"]);
    expect(faults({ type: "per-unit", unitPrice: "many" })).toEqual(["/unitPrice wrong"]);
    expect(faults({ type: "per-unit", unitPrice: "0.0000000000001" })).toEqual(["/unitPrice wrong"]);
    expect(faults({ type: "package", packageSize: "0", packagePrice: "5" })).toEqual(["/packageSize wrong"]);
    expect(faults({ type: "percentage", rate: "2", freeEvents: Number.NaN, minPerEvent: "5", maxPerEvent: "4.99" })).toEqual(["/freeEvents wrong", "/maxPerEvent wrong"]);
    expect(faults({ type: "dynamic" })).toEqual([]);
  });

  it("is a tier that ends before it begins, or costs neither for each nor once", () => {
    const tiers = [{ upTo: "100", flat: "10" }, { upTo: "99.5", unit: "1" }, {}];
    expect(faults({ type: "graduated", tiers })).toEqual(["/tiers/1/upTo wrong", "/tiers/2/unit missing"]);
    expect(faults({ type: "volume", tiers: [{ upTo: "0", unit: "1" }, { unit: "1" }] })).toEqual(["/tiers/0/upTo wrong"]);
    expect(faults(withTier(beginnings.blocks, 0, "maxBlocks", ""))).toEqual(["/tiers/0/maxBlocks missing"]);
  });
});

describe("A price in words", () => {
  const t = textNow(messages);
  const lines = (price: PriceTerms, currency = "EUR") => priceLines(t, "en-US", price, currency);

  it("tells each model", () => {
    expect(lines({ type: "flat", fee: "49" })).toEqual(["49.00"]);
    expect(lines({ type: "per-unit", unitPrice: "0.0025" })).toEqual(["0.0025 each"]);
    expect(lines(beginnings.graduated)).toEqual(["Graduated", "up to 100: 2.00 each + 10.00 flat", "up to 1,000: 1.50 each", "over 1,000: 1.00 each"]);
    expect(lines({ type: "volume", tiers: [{ flat: "0" }] }, "JPY")).toEqual(["Volume", "any quantity: 0"]);
    expect(lines({ ...beginnings.package, freeUnits: "50" })).toEqual(["5.00 for each 100, begun or whole", "50 free"]);
    expect(lines({ ...beginnings.percentage, freeEvents: 1000, maxPerEvent: "9" })).toEqual(["2.9 % of each event + 0.30 for each", "1,000 events free", "at most 9.00 for each"]);
    expect(lines(beginnings["graduated-percentage"])[1]).toBe("up to 100: 2 % + 10.00 flat");
    expect(lines(beginnings.blocks)).toEqual(["Blocks", "10 blocks of 10: 5.00 each", "blocks of 100: 30.00 each"]);
    expect(lines(beginnings.dynamic)).toEqual(["what it brings × 1.2"]);
    expect(lines({ type: "capacity" })).toEqual(["capacity"]);
  });
});
