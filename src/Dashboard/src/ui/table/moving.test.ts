import { expect, test } from "vitest";
import { move, nextEditable } from "./moving";

test.each([
  ["ArrowUp", false, { row: 1, column: 2 }],
  ["ArrowDown", true, { row: 99, column: 2 }],
  ["ArrowLeft", true, { row: 2, column: 0 }],
  ["Home", false, { row: 2, column: 0 }],
  ["End", true, { row: 99, column: 4 }],
  ["PageDown", false, { row: 22, column: 2 }],
  ["PageUp", false, { row: 0, column: 2 }],
  ["a", false, null],
] as const)("%s (ctrl %s) from the third row leads to %j", (key, ctrl, to) => {
  expect(move({ row: 2, column: 2 }, key, ctrl, 100, 5, 20)).toEqual(to);
});

test("the grid's edges hold; up from the first row is the header", () => {
  expect(move({ row: 0, column: 0 }, "ArrowUp", false, 10, 5, 20)).toEqual({ row: -1, column: 0 });
  expect(move({ row: -1, column: 0 }, "ArrowUp", false, 10, 5, 20)).toEqual({ row: -1, column: 0 });
  expect(move({ row: 9, column: 4 }, "ArrowRight", false, 10, 5, 20)).toEqual({ row: 9, column: 4 });
});

test("Tab goes to the next cell that can be edited, over the end of the row", () => {
  const editable = ({ row, column }: { row: number; column: number }) => column >= 2 && row !== 1;
  expect(nextEditable({ row: 0, column: 2 }, 1, 3, 4, editable)).toEqual({ row: 0, column: 3 });
  expect(nextEditable({ row: 0, column: 3 }, 1, 3, 4, editable)).toEqual({ row: 2, column: 2 });
  expect(nextEditable({ row: 0, column: 2 }, -1, 3, 4, editable)).toBeNull();
});
