import { describe, expect, it } from "vitest";
import { merged, openCells } from "./corrections";

const fault = (column: string | null, code: string) => ({ line: 2, column, value: "", code, reason: "" });
const mapping = { Group: "Customer", Facility: "Site", "From Date": "From", "Through Date": "To", Billed: "Amount USD" };

describe("The cells of a line that can be typed into", () => {
  it("are those at fault, by the file's name of the column", () => expect([...openCells([fault("Amount USD", "not-an-amount")], [], mapping)]).toEqual(["Billed"]));
  it("are both ends of a period that ends too early", () => expect(openCells([fault("To", "ends-before-it-begins")], [], mapping)).toEqual(new Set(["From Date", "Through Date"])));
  it("are those that were corrected before, so that one can think again", () => expect([...openCells([], [{ line: 2, column: "Site", value: "Elm" }], mapping)]).toEqual(["Facility"]));
  it("are none in a torn line", () => expect(openCells([fault(null, "row-too-long"), fault("To", "not-a-date")], [], mapping).size).toBe(0));
});

it("Of two corrections of one cell the later counts", () =>
  expect(merged([{ line: 2, column: "A", value: "1" }, { line: 3, column: "A", value: "1" }], [{ line: 2, column: "A", value: "2" }])).toEqual([{ line: 3, column: "A", value: "1" }, { line: 2, column: "A", value: "2" }]));
