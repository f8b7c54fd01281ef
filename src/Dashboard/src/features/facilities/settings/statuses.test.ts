import { describe, expect, it } from "vitest";
import type { StatusSet } from "@/api/types";
import { freeColor, inputOf, moved, readColor, removedInUse, statusesOf, statusFault } from "./statuses";

const set: StatusSet = {
  id: "s", name: "Standard", isDefault: true, version: 3,
  statuses: [{ id: "b", name: "Billed", color: "#FDE047", order: 1, settles: false, records: 4 }, { id: "n", name: "Not Billed", color: "#93C5FD", order: 0, settles: false, records: 0 }],
};

describe("A status set that is edited", () => {
  it("shows its statuses in order", () => expect(statusesOf(set).map(({ name }) => name)).toEqual(["Not Billed", "Billed"]));

  it("takes colours as people type them", () => {
    expect(["#93c5fd", " 93C5FD", "#9cf", "blue", "#12345"].map(readColor)).toEqual(["#93C5FD", "#93C5FD", "#99CCFF", null, null]);
  });

  it("moves within its ends", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, 9)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  });

  it("names what is wrong with a status", () => {
    const [first, second] = statusesOf(set);
    expect(statusFault({ ...first!, name: " " }, [first!])).toBe("statusNameMissing");
    expect(statusFault({ ...first!, name: "billed" }, [first!, second!])).toBe("statusNameTwice");
    expect(statusFault({ ...first!, color: "blue" }, [first!])).toBe("colorWrong");
    expect(statusFault(first!, [first!, second!])).toBeNull();
  });

  it("asks for a replacement only where records have the removed status", () => {
    const [notBilled, billed] = statusesOf(set);
    expect(removedInUse(set, [billed!])).toEqual([]);
    expect(removedInUse(set, [notBilled!]).map(({ id }) => id)).toEqual(["b"]);
    expect(inputOf(" Mine ", [notBilled!], { b: "n" })).toEqual({ name: "Mine", statuses: [{ id: "n", name: "Not Billed", color: "#93C5FD" }], replacements: { b: "n" } });
  });

  it("offers the next colour that is free", () => expect(freeColor(statusesOf(set))).toBe("#C4B5FD"));
});
