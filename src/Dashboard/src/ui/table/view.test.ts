import { expect, test } from "vitest";
import { nextSort, plainView, readTableSearch, searchOf, viewOf, type View } from "./view";

const ids = ["facility", "status", "billed", "from", "note"];
const round = (view: View) => viewOf(JSON.parse(JSON.stringify(searchOf(view))), ids);

test("a plain view leaves the address alone", () => {
  expect(Object.values(searchOf(plainView)).every((value) => value === undefined)).toBe(true);
  expect(viewOf({}, ids)).toEqual(plainView);
});

test("a view comes back from the address as it went", () => {
  const view: View = {
    search: "Sankt Anna",
    sort: [{ column: "facility", descending: false }, { column: "from", descending: true }],
    conditions: [
      { column: "status", op: "is", values: ["8f0a-1", "none"] },
      { column: "billed", op: "between", values: ["100.50", "2000"] },
      { column: "from", op: "last", values: ["30"] },
      { column: "note", op: "contains", values: ["50% off; see a.b~c"] },
      { column: "note", op: "empty", values: [] },
    ],
    columns: ["facility", "billed", "status"],
    widths: { note: 300, billed: 90.4 },
  };
  expect(round(view)).toEqual({ ...view, widths: { note: 300, billed: 90 } });
});

test("the address reads well", () => {
  expect(searchOf({ ...plainView, sort: [{ column: "from", descending: true }], conditions: [{ column: "status", op: "is", values: ["a", "b"] }] })).toMatchObject({ sort: "-from", filter: "status.is.a~b" });
});

test("nonsense in the address is passed over", () => {
  expect(viewOf({ sort: "nope,-from,from", filter: "status.explodes.1;nope.is.2;billed.is.3", columns: "x,facility,facility", widths: "note.9,billed.abc,x.100" }, ids)).toEqual({
    ...plainView,
    sort: [{ column: "from", descending: true }],
    conditions: [{ column: "billed", op: "is", values: ["3"] }],
    columns: ["facility"],
  });
  expect(viewOf({ columns: "x" }, ids).columns).toBeNull();
});

test("search parameters are read as text, whatever the router made of them", () => {
  expect(readTableSearch({ q: 42, sort: "", filter: null, columns: "a", more: "x" })).toEqual({ q: "42", columns: "a" });
});

test("a header goes up, down, off; Shift keeps the others", () => {
  const up = nextSort([], "billed", false);
  const down = nextSort(up, "billed", false);
  expect([up, down, nextSort(down, "billed", false)]).toEqual([[{ column: "billed", descending: false }], [{ column: "billed", descending: true }], []]);
  expect(nextSort(up, "from", true)).toEqual([{ column: "billed", descending: false }, { column: "from", descending: false }]);
  expect(nextSort([...down, { column: "from", descending: false }], "billed", true)).toEqual([{ column: "from", descending: false }]);
});
