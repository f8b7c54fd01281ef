import { expect, test } from "vitest";
import { columns, dollars, line, type Line } from "@/test/table";
import { inPages, reverseOf, runBulk } from "./bulk";
import type { Change } from "./types";

const many = Array.from({ length: 450 }, (_, at) => line(String(at)));
const saving = (pieces: number[], refuse: (row: Line) => boolean = () => false) => async (changes: { row: Line; change: Change }[]) => {
  pieces.push(changes.length);
  return changes.map(({ row, change }) => (refuse(row) ? { problem: "No." } : { row: { ...row, ...(change as Partial<Line>), version: row.version + 1 } }));
};
const running = () => new AbortController().signal;

test("many rows are written in pieces, with progress", async () => {
  const [pieces, progress]: [number[], number[]] = [[], []];
  const result = await runBulk(inPages(many), () => ({ status: "paid" }), saving(pieces), running(), (done) => progress.push(done));
  expect(pieces).toEqual([200, 200, 50]);
  expect(progress).toEqual([200, 400, 450]);
  expect(result.written).toHaveLength(450);
});

test("a refused row does not hold up the others, and rows without a change are passed over", async () => {
  const pieces: number[] = [];
  const result = await runBulk(inPages(many.slice(0, 10)), (row) => (Number(row.id) % 2 ? { status: "paid" } : null), saving(pieces, (row) => row.id === "3"), running(), () => {});
  expect(pieces).toEqual([5]);
  expect(result.written).toHaveLength(4);
  expect(result.refused).toEqual([{ row: many[3], change: { status: "paid" }, problem: "No." }]);
});

test("a row that somebody else changed is tried once more on theirs where that may be, and is told with theirs otherwise", async () => {
  const theirs = (row: Line): Line => ({ ...row, name: "theirs", version: 2 });
  const save = async (changes: { row: Line; change: Change }[]) => changes.map(({ row, change }) => (row.version === 1 ? { problem: "changed", theirs: theirs(row) } : { row: { ...row, ...(change as Partial<Line>), version: 3 } }));
  const result = await runBulk(inPages(many.slice(0, 2)), () => ({ status: "paid" }), save, running(), () => {}, (row) => row.id === "0");
  expect(result.written.map(({ before, after }) => [before.name, after.version])).toEqual([["theirs", 3]]);
  expect(result.refused).toEqual([{ row: many[1], change: { status: "paid" }, problem: "changed", theirs: theirs(many[1]!) }]);
});

test("stopping keeps what was written", async () => {
  const stop = new AbortController();
  const result = await runBulk(inPages(many), () => ({ status: "paid" }), saving([]), stop.signal, () => stop.abort());
  expect(result.stopped).toBe(true);
  expect(result.written).toHaveLength(200);
});

test("one undo writes the old values back onto the new rows", async () => {
  const rows = [line("1"), line("2", { status: null, billed: dollars("5") })];
  const { written } = await runBulk(inPages(rows), () => ({ status: "paid", billed: dollars("1") }), saving([]), running(), () => {});
  expect(reverseOf(written, columns)).toEqual([
    { row: written[0]!.after, change: { status: "open", billed: dollars("100.00") } },
    { row: written[1]!.after, change: { status: null, billed: dollars("5") } },
  ]);
  expect(written[1]!.after.version).toBe(2);
});
