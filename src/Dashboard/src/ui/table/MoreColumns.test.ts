import { expect, test } from "vitest";
import { hiddenRight } from "./MoreColumns";

test("what lies to the right of the view is known while one scrolls", () => {
  const table = { scrollWidth: 1000, clientWidth: 800, scrollLeft: 0 };
  expect(hiddenRight(table)).toBe(200);
  expect(hiddenRight({ ...table, scrollLeft: 200 })).toBe(0);
  expect(hiddenRight({ ...table, clientWidth: 1200 })).toBe(0);
});
