import { expect, test } from "vitest";
import { columns, dollars, formats, line } from "@/test/table";
import { planPaste } from "./paste";
import { readBlock, writeBlock } from "./tsv";

test("a spreadsheet's block is read cell by cell", () => {
  expect(readBlock('a\tb\r\n"c ""quoted"""\t"two\nlines"\r\n')).toEqual([["a", "b"], ['c "quoted"', "two\nlines"]]);
  expect(readBlock("one")).toEqual([["one"]]);
  expect(readBlock("a\t\n\tb")).toEqual([["a", ""], ["", "b"]]);
  expect(readBlock('5" pipe\tx')).toEqual([['5" pipe', "x"]]);
});

test("what is copied out comes back in", () => {
  const block = [["plain", "with\ttab"], ['with "quotes"', "two\nlines"], ["", "5"]];
  expect(readBlock(writeBlock(block))).toEqual(block);
});

test("a paste says what changes, what is the same, what cannot be read and what falls outside", () => {
  const rows = [line("1"), line("2", { locked: true }), line("3")];
  const plan = planPaste([["Paid", "$1,250.50", "11/14/2025"], ["open", "5", "n/a"], ["sold", "100", ""], ["Paid", "1", "1"]], rows, columns, { row: 0, column: 1 }, formats);
  expect(plan.changes).toEqual([{ row: rows[0], change: { status: "paid", billed: dollars("1250.50"), on: "2025-11-14" } }]);
  expect(plan.cells.filter((cell) => cell.problem).map((cell) => [cell.row.id, cell.column.id, cell.problem])).toEqual([["2", "on", "notADay"], ["3", "status", "notAChoice"], ["3", "on", "required"]]);
  expect(plan).toMatchObject({ problems: 3, same: 2, outside: 4 });
  expect(plan.cells[1]).toMatchObject({ from: "100.00", to: "1,250.50" });
});

test("100 and 100.00 are the same amount", () => {
  expect(planPaste([["100"]], [line("1")], columns, { row: 0, column: 2 }, formats)).toMatchObject({ changes: [], same: 1 });
});

test("a paste to the right of the last column is left out", () => {
  expect(planPaste([["11/14/2025", "x"]], [line("1")], columns, { row: 0, column: 3 }, formats)).toMatchObject({ outside: 1, changes: [{ change: { on: "2025-11-14" } }] });
});
