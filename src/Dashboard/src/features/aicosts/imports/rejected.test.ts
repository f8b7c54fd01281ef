import { expect, test } from "vitest";
import { badLines, listOf, sample, type BadCell } from "./rejected";

const cell = (line: number, column: string | null, value: string): BadCell => ({ line, column, value, code: "not-a-number", reason: `“${value}” is no number.` });

test("a line with two bad cells is one bad line", () => expect(badLines([cell(2, "cost_usd", "one"), cell(2, "date", "x"), cell(5, null, "")])).toBe(2));

test("bad cells are told line by line, and none of them runs as a formula", () => {
  expect(listOf([cell(2, "cost_usd", "=1+1")], ["Line", "Column", "Cell", "Why"])).toBe("\uFEFFLine,Column,Cell,Why\r\n2,cost_usd,'=1+1,“=1+1” is no number.\r\n");
});

test("the file to begin with names an account that is there", () => {
  expect(sample("2026-11-30", { provider: "openai", name: "Research" }).split("\r\n")[1]).toBe("2026-11-30,openai,Research,model-name,120000,30000,0.42,");
});
