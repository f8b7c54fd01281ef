import { expect, test } from "vitest";
import { shareUpTo } from "./share";

test("a share is more than nothing and at most what it may be", () => {
  expect(["0", "-1", "half", "", "100.1"].filter((text) => shareUpTo("100")(text, "en-US"))).toEqual([]);
  expect(["0.5", "100"].every((text) => shareUpTo("100")(text, "en-US"))).toBe(true);
  expect(shareUpTo("1000")("100,1", "de-DE")).toBe(true);
});
