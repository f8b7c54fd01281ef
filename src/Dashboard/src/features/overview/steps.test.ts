import { expect, test } from "vitest";
import type { Group, Settings, Totals } from "@/api/types";
import { stepsOf } from "./steps";
import { shareOf } from "./share";

const euro = (amount: string) => ({ amount, currency: "EUR" });
const sum = (billed: string, paid: string) => ({ currency: "EUR", billed: euro(billed), paid: euro(paid), outstanding: euro("0"), overdue: euro("0"), records: 1 }) as Totals;
const done = (...args: Parameters<typeof stepsOf>) => stepsOf(...args).filter((step) => step.done).map((step) => step.id);

test("an empty house has everything before it", () => {
  expect(done([], [], { version: 0 } as Settings)).toEqual([]);
});

test("each step is done by what it leaves behind", () => {
  expect(done([{} as Group], [sum("0.00", "0.00")], { version: 2 } as Settings)).toEqual(["import", "settings"]);
  expect(done([{} as Group], [sum("12.00", "0.00"), sum("1.00", "1.00")], undefined)).toEqual(["import", "bill", "paid"]);
});

test("shares of a bar add up to the whole and never leave it", () => {
  expect(shareOf({ ...sum("100", "60"), outstanding: euro("40"), overdue: euro("10") })).toEqual({ paid: 60, open: 30, overdue: 10 });
  expect(shareOf({ ...sum("0", "0") })).toEqual({ paid: 0, open: 0, overdue: 0 });
  expect(shareOf({ ...sum("100", "140"), outstanding: euro("-40") })).toEqual({ paid: 100, open: 0, overdue: 0 });
});
