import { describe, expect, it } from "vitest";
import type { Change } from "@/api/live";
import { refreshOf } from "./useLiveRows";

const change = (id: string, version: number, stream = "facilities.billing_record"): Change => ({ seq: 1, type: "", stream, id, version, at: "" });
const shown = (id: string) => ({ a: 3, b: 1 })[id];

describe("A burst of changes", () => {
  it("asks for the rows that became older, and not for those a person saved here", () => {
    expect(refreshOf([change("a", 4)], shown)).toEqual({ rows: ["a"] });
    expect(refreshOf([change("a", 3)], shown)).toBeNull();
  });
  it("asks for the lists when a row may have come in, when many changed, or when names and schedules did", () => {
    expect(refreshOf([change("new", 1)], shown)).toBe("lists");
    expect(refreshOf(Array.from({ length: 11 }, (_, at) => change(`${at}`, 1)), () => 0)).toBe("lists");
    expect(refreshOf([change("g", 2, "facilities.facility_group")], shown)).toBe("lists");
  });
});
