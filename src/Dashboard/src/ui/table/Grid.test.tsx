import { act, useMemo } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Problem } from "@/api/problem";
import { clear, draw, fill, press } from "@/test/draw";
import { columns as plain, dollars, line, type Line } from "@/test/table";
import { listenToShortcuts, useShortcut } from "../shortcuts";
import { useEdits, type Edits } from "./edits";
import { prepareEditors } from "./CellEditor";
import { Grid } from "./Grid";
import { useTableModel } from "./model";
import type { Change, Column } from "./types";
import { plainView } from "./view";

const columns: readonly Column<Line, never>[] = [...plain, { id: "note", header: "Note", kind: "text", width: 100, value: () => null, edit: { field: "note" } }];
const place = { status: 2, billed: 3, on: 4, note: 5 };
const idOf = (row: Line) => row.id;
const view = { view: plainView, change: () => {}, open: () => {} };
const nothing = () => {};

/** One row on a server that refuses what was not written onto its version. */
const server = { row: line("1"), written: [] as Change[], asked: 0 };
let edits: Edits<Line>;
let stop: () => void;
const pressed: string[] = [];

function Table({ rows }: { rows: readonly Line[] }) {
  const editing = useMemo(
    () => ({
      version: (row: Line) => row.version,
      save: async (row: Line, change: Change) => {
        server.asked++;
        if (row.version !== server.row.version) throw new Problem(409, { code: "conflict", current: server.row });
        server.written.push(change);
        return (server.row = { ...server.row, ...(change as Partial<Line>), version: row.version + 1 });
      },
      onSaved: nothing,
    }),
    [],
  );
  edits = useEdits(editing, columns, idOf);
  const model = useTableModel(columns, rows, idOf, view);
  for (const key of ["z", "t", ".", "e"]) useShortcut({ keys: key, label: key, run: () => pressed.push(key) });
  return <Grid {...{ label: "Lines", model, view, rows, rowId: idOf, loading: false, count: rows.length, edits, selectable: true, onFilter: nothing, totalRows: 0 }} />;
}

const cell = (row: number, column: number) => document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)!;
const editor = () => document.activeElement as HTMLInputElement;
const over = (column: string) => edits.store.of("1")?.get(column);

beforeEach(() => {
  for (const side of ["clientHeight", "clientWidth"]) Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 600 });
  Object.assign(server, { row: line("1"), written: [], asked: 0 });
  pressed.length = 0;
  stop = listenToShortcuts();
  prepareEditors();
});
afterEach(async () => {
  stop();
  await clear();
});

async function goTo(column: number) {
  cell(0, 0).focus();
  await press("Home");
  for (let at = 0; at < column; at++) await press("ArrowRight");
  expect(document.activeElement).toBe(cell(0, column));
}

test("what somebody else wrote into the cell while it was edited is asked about, not overwritten", async () => {
  const { redraw } = await draw(<Table rows={[server.row]} />);
  await goTo(place.billed);
  await press("F2");
  await fill("111");
  server.row = { ...server.row, billed: dollars("999.00"), version: 2 };
  await redraw(<Table rows={[server.row]} />); // the live update
  await press("Enter");
  expect(server.written).toEqual([]);
  expect(over("billed")).toMatchObject({ state: "conflict", value: dollars("111"), theirs: { billed: dollars("999.00") } });
  // Typing over it does not make it forgotten: the row that was seen is still the one before theirs.
  await goTo(place.billed);
  await press("5");
  await press("Enter");
  expect(server.written).toEqual([]);
  expect(over("billed")).toMatchObject({ state: "conflict", value: dollars("5") });
});

test("another cell of theirs that came in meanwhile is kept, and mine written", async () => {
  const { redraw } = await draw(<Table rows={[server.row]} />);
  await goTo(place.billed);
  await press("F2");
  await fill("111");
  server.row = { ...server.row, status: "paid", version: 2 };
  await redraw(<Table rows={[server.row]} />);
  await press("Enter");
  expect(server.row).toMatchObject({ billed: dollars("111"), status: "paid", version: 3 });
  expect(over("billed")).toBeUndefined();
});

test("an editor left as it was writes nothing over what came in", async () => {
  const { redraw } = await draw(<Table rows={[server.row]} />);
  await goTo(place.billed);
  await press("F2");
  server.row = { ...server.row, billed: dollars("999.00"), version: 2 };
  await redraw(<Table rows={[server.row]} />);
  await press("Enter");
  expect(server.written).toEqual([]);
  expect(over("billed")).toBeUndefined();
});

test("a value of theirs that my own write of another cell brought in is asked about, too", async () => {
  await draw(<Table rows={[server.row]} />);
  const [status, billed] = [columns[1]!, columns[2]!];
  const begun = edits.begin(server.row, billed);
  const seen = edits.begin(server.row, status);
  server.row = { ...server.row, billed: dollars("999.00"), version: 2 };
  await act(async () => {
    edits.commit(seen, status, "Paid");
    edits.commit(begun, billed, "111");
  });
  expect(over("billed")?.state).toBe("conflict");
  expect(server.row).toMatchObject({ status: "paid", billed: dollars("999.00") });
});

test("a cell whose edit began before the answer to the one beside it is written onto that answer", async () => {
  const { redraw } = await draw(<Table rows={[server.row]} />);
  await goTo(place.billed);
  await press("7");
  await press("Tab"); // writes, and begins the next cell on the row as it was
  await redraw(<Table rows={[structuredClone(server.row)]} />);
  await fill("11/05/2025");
  await press("Enter");
  expect(server.row).toMatchObject({ billed: dollars("7"), on: "2025-11-05" });
  expect(server.asked).toBe(2);
});

test("the editor stays with its row when another comes in before it", async () => {
  const { redraw } = await draw(<Table rows={[server.row]} />);
  await goTo(place.billed);
  await press("F2");
  await fill("111");
  await redraw(<Table rows={[line("0"), server.row]} />);
  expect(cell(1, place.billed).contains(editor())).toBe(true);
  expect(editor().value).toBe("111");
  await press("Enter");
  expect(server.row.billed).toEqual(dollars("111"));
});

for (const [kind, key] of [["note", "z"], ["note", "."], ["note", "="], ["note", "ü"], ["note", "T"], ["billed", "("], ["billed", "4"], ["on", "t"], ["status", "p"]] as const)
  test(`“${key}” in a cell of the column ${kind} begins to type there`, async () => {
    await draw(<Table rows={[server.row]} />);
    await goTo(place[kind]);
    expect(await press(key)).toBe(false);
    expect(editor().tagName).toBe("INPUT");
    expect(cell(0, place[kind]).contains(editor())).toBe(true);
    expect(editor().value).toBe(key);
    expect(pressed).toEqual([]);
  });

test("a dead key opens an empty editor and is left to the browser", async () => {
  await draw(<Table rows={[server.row]} />);
  await goTo(place.note);
  expect(await press("Dead")).toBe(true);
  expect(editor().tagName).toBe("INPUT");
  expect(editor().value).toBe("");
});

test("single keys are shortcuts where nothing can be typed: on other cells, and after Escape", async () => {
  await draw(<Table rows={[server.row]} />);
  await goTo(1);
  await press("z");
  await goTo(place.note);
  await press("Escape");
  await press(".");
  expect(pressed).toEqual(["z", "."]);
  expect(document.querySelector("[data-cell] input:not([type=checkbox])")).toBeNull();
});

test("Enter of an input method does not end the edit", async () => {
  await draw(<Table rows={[server.row]} />);
  await goTo(place.note);
  await press("k");
  await press("Enter", { isComposing: true });
  expect(editor().value).toBe("k");
});
