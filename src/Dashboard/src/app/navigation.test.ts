import { expect, test } from "vitest";
import { pages } from "./navigation";

test("no two pages are opened by the same keys", () => {
  const letters = pages.map(({ letter }) => letter);
  expect(letters.length).toBeGreaterThan(40);
  expect(letters.filter((one, at) => letters.indexOf(one) !== at)).toEqual([]);
});
