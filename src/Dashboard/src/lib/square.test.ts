import { expect, test } from "vitest";
import { middle } from "./square";

test("the middle of a picture is its largest square", () => {
  expect(middle(400, 300)).toEqual({ x: 50, y: 0, side: 300 });
  expect(middle(300, 400)).toEqual({ x: 0, y: 50, side: 300 });
  expect(middle(301, 300)).toEqual({ x: 0, y: 0, side: 300 });
  expect(middle(1, 1)).toEqual({ x: 0, y: 0, side: 1 });
});
