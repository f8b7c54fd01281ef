import { expect, test } from "vitest";
import { stepped } from "./steps";

const quarters = { by: 0.25, least: 0, most: 99.75 };

test.each([
  [0.3, true, 0.5],
  [0.3, false, 0.25],
  [0.5, true, 0.75],
  [0.5, false, 0.25],
  [0, false, 0],
  [99.75, true, 99.75],
  [1.88, true, 2],
])("%f goes to the next quarter (up: %s): %f", (from, up, to) => {
  expect(stepped(from, quarters, up)).toBe(to);
});
