import type { Formats } from "@/i18n/formats";
import { cellText, isEditable, readCell, sameValue, type Unreadable } from "./reading";
import type { Change, Column } from "./types";

/** One cell of a pasted block that would change, or cannot. */
export interface PastedCell<Row> {
  row: Row;
  column: Column<Row, never>;
  from: string;
  to: string;
  problem?: Unreadable;
}
export interface PastePlan<Row> {
  cells: PastedCell<Row>[];
  /** What is written: one change per row, unreadable cells left out. */
  changes: { row: Row; change: Change }[];
  problems: number;
  /** Cells that are as they were. */
  same: number;
  /** Cells over columns that cannot be edited, or past the last row or column. */
  outside: number;
}

/** What a block would change when its first cell lands on the anchor. Nothing is written here. */
export function planPaste<Row>(
  block: readonly (readonly string[])[],
  rows: readonly Row[],
  columns: readonly Column<Row, never>[],
  anchor: { row: number; column: number },
  formats: Formats,
): PastePlan<Row> {
  const plan: PastePlan<Row> = { cells: [], changes: [], problems: 0, same: 0, outside: 0 };
  block.forEach((line, down) => {
    const row = rows[anchor.row + down];
    const change: Change = {};
    line.forEach((text, right) => {
      const column = columns[anchor.column + right];
      if (!row || !column || !isEditable(column, row)) return void plan.outside++;
      const before = column.value(row);
      const from = cellText(before, column, row, formats);
      const read = readCell(text, column, row, formats);
      if ("problem" in read) {
        plan.problems++;
        plan.cells.push({ row, column, from, to: text, problem: read.problem });
      } else if (sameValue(read.value, before)) plan.same++;
      else {
        change[column.edit!.field] = read.value;
        plan.cells.push({ row, column, from, to: cellText(read.value, column, row, formats) });
      }
    });
    if (row && Object.keys(change).length > 0) plan.changes.push({ row, change });
  });
  return plan;
}
