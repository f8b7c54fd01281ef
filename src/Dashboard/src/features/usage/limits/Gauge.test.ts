import { expect, test } from "vitest";
import { stateOf } from "./Gauge";

test("a limit is near from its first threshold and reached at the limit", () => {
  const at = (percent: number | null, used = "1") => stateOf({ percent, thresholds: [80, 100], used });
  expect([at(79), at(80), at(99), at(100), at(500)]).toEqual(["fine", "near", "near", "reached", "reached"]);
  expect([at(null, "0"), at(null, "0.5"), at(-3)]).toEqual(["fine", "reached", "fine"]);
  expect(stateOf({ percent: 99, thresholds: [], used: "1" })).toBe("fine");
  expect(stateOf({ percent: 100, thresholds: [120], used: "1" })).toBe("reached");
});
