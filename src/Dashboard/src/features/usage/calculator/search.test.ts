import { expect, it } from "vitest";
import { beginnings, kinds } from "@/ui/price/model";
import { quantitiesOf } from "./points";
import { readCalculatorSearch } from "./search";

it("reads every price that the form makes", () => {
  for (const kind of kinds) expect(readCalculatorSearch({ model: beginnings[kind], quantity: "12.5" })).toEqual({ model: beginnings[kind], quantity: "12.5" });
});

it("drops what is no price and no number", () => {
  expect(readCalculatorSearch({ model: { type: "magic" }, quantity: 12, before: "-1", events: ["1", "x"], currency: "eur" })).toEqual({});
  expect(readCalculatorSearch({ model: { type: "volume", tiers: [] } })).toEqual({});
  expect(readCalculatorSearch({ model: { type: "flat", fee: "1e3", tiers: [1] } })).toEqual({ model: { type: "flat" } });
  expect(readCalculatorSearch({ model: { type: "volume", tiers: [null, { unit: 1, upTo: "5" }] } })).toEqual({ model: { type: "volume", tiers: [{ upTo: null, unit: null, flat: null }, { upTo: "5", unit: null, flat: null }] } });
});

it("draws beyond the quantity and the last tier, with each end on it", () => {
  const points = quantitiesOf(beginnings.volume, "15");
  expect(points[0]).toBe("0");
  expect(points).toContain("100");
  expect(points.at(-1)).toBe("1200");
  expect(points.length).toBeLessThanOrEqual(200);
  expect(quantitiesOf(beginnings["per-unit"], "0.5").every((text) => /^\d+(\.\d+)?$/.test(text))).toBe(true);
});
