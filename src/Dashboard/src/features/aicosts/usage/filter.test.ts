import { expect, test } from "vitest";
import { recordsFilter } from "./filter";
import { readRecordsSearch } from "./search";

const today = "2026-11-13";

test("the views and the chips of the address become the server's filter", () => {
  expect(recordsFilter(undefined, [], undefined, today)).toEqual({});
  expect(recordsFilter("unpriced", [], "-cost", today)).toEqual({ unpriced: true, sort: "-cost" });
  expect(recordsFilter("manual", [], undefined, today)).toEqual({ source: "manual" });
  expect(recordsFilter("seats", [], undefined, today)).toEqual({ report: "seats" });
  expect(recordsFilter(undefined, [], undefined, today, "0193a0c0-0000-7000-8000-000000000001")).toEqual({ importId: "0193a0c0-0000-7000-8000-000000000001" });
  expect(recordsFilter("withdrawn", [{ column: "model", op: "is", values: ["gpt-4o"] }, { column: "basis", op: "is", values: ["computed"] }], undefined, today)).toEqual({ withdrawn: true, model: "gpt-4o", basis: "computed" });
});

test("until is the day behind the last", () => {
  expect(recordsFilter(undefined, [{ column: "day", op: "is", values: ["2026-11-09"] }], undefined, today)).toEqual({ from: "2026-11-09", until: "2026-11-10" });
  expect(recordsFilter(undefined, [{ column: "day", op: "before", values: ["2026-11-01"] }], undefined, today)).toEqual({ until: "2026-11-01" });
  expect(recordsFilter(undefined, [{ column: "day", op: "last", values: ["7"] }], undefined, today)).toEqual({ from: "2026-11-07", until: "2026-11-14" });
});

test("what is half typed or unknown filters nothing", () => {
  expect(recordsFilter(undefined, [{ column: "day", op: "between", values: ["2026-11-01"] }, { column: "basis", op: "is", values: ["guessed"] }], undefined, today)).toEqual({});
});

test("the address keeps the view, the open record and the table, and nothing else", () => {
  expect(readRecordsSearch({ list: "unpriced", open: "new", filter: "model.is.gpt-4o", more: 1 })).toEqual({ list: "unpriced", open: "new", filter: "model.is.gpt-4o" });
  expect(readRecordsSearch({ list: "moon", open: "../x" })).toEqual({});
});
