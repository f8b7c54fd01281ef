import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import { columns, dollars, line, type Line } from "@/test/table";
import { EditStore, saveOnto } from "./edits";
import type { Change } from "./types";

const fieldOf = (row: Line, field: string) => columns.find((column) => column.edit?.field === field)?.value(row) ?? null;
/** A server with one row that somebody else may have changed. */
const serverWith = (now: Line) => async (row: Line, change: Change) => {
  if (row.version !== now.version) throw new Problem(409, { code: "conflict", current: now });
  return (now = { ...now, ...(change as Partial<Line>), version: now.version + 1 });
};

test("somebody else's change of another cell is no conflict", async () => {
  const mine = line("1");
  const save = serverWith({ ...mine, status: "paid", version: 2 });
  expect(await saveOnto(mine, { billed: dollars("7.00") }, save, fieldOf)).toMatchObject({ status: "paid", billed: dollars("7.00"), version: 3 });
});

test("the same cell changed to something else is a conflict that shows their row", async () => {
  const mine = line("1");
  const theirs = { ...mine, billed: dollars("8.00"), version: 2 };
  const failed = await saveOnto(mine, { billed: dollars("7.00") }, serverWith(theirs), fieldOf).catch((error: unknown) => error as Problem);
  expect(failed).toBeInstanceOf(Problem);
  expect((failed as Problem).current<Line>()).toEqual(theirs);
});

test("the same cell changed to the same value is agreement", async () => {
  const mine = line("1");
  expect(await saveOnto(mine, { billed: dollars("7.00") }, serverWith({ ...mine, billed: dollars("7"), version: 2 }), fieldOf)).toMatchObject({ billed: dollars("7.00"), version: 3 });
});

test("other refusals are passed on at once", async () => {
  let tries = 0;
  const save = async () => {
    tries++;
    throw new Problem(422, { code: "too-many-decimals" });
  };
  await expect(saveOnto(line("1"), { billed: null }, save, fieldOf)).rejects.toMatchObject({ code: "too-many-decimals" });
  expect(tries).toBe(1);
});

test("only the row an edit lies on hears of it", () => {
  const store = new EditStore<Line>();
  const heard: string[] = [];
  store.subscribe("1", () => heard.push("1"));
  store.subscribe("2", () => heard.push("2"));
  store.set("1", "billed", { state: "saving", text: "7" });
  expect(heard).toEqual(["1"]);
  expect(store.of("1")?.get("billed")?.text).toBe("7");
  store.set("1", "billed", null);
  expect(store.of("1")).toBeUndefined();
});
