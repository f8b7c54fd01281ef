import { expect, test } from "vitest";
import { csv } from "./csv";

test("a file that every spreadsheet reads as it was meant", () => {
  expect(csv([["Month", "Amount"], ["January, so far", "-1234.50"], ['A "big" one', "2"]])).toBe('\uFEFFMonth,Amount\r\n"January, so far",-1234.50\r\n"A ""big"" one",2\r\n');
});

test("what would run as a formula is text", () => {
  expect(csv([["=1+1", "@me", "+49 30", "-1,234.50", "-x"]])).toBe("\uFEFF'=1+1,'@me,'+49 30,\"-1,234.50\",'-x\r\n");
});
