import { describe, expect, it } from "vitest";
import type { RunCounts } from "@/api/types";
import { isWorking } from "./queries";
import { monthOf, periodOf, readNewRunSearch, stepMonth } from "./search";
import { noteText, progressOf } from "./words";

const counts: RunCounts = { due: 0, drafted: 0, approved: 0, issued: 0, parked: 0, leftOut: 0, passedOver: 0, unwanted: 0, dropped: 0 };

describe("The period of a run", () => {
  it("is this month unless the address says otherwise", () => {
    expect(periodOf({}, "2026-02-14")).toEqual({ from: "2026-02-01", through: "2026-02-28" });
    expect(periodOf({ from: "2026-01-10" }, "2026-02-14")).toEqual({ from: "2026-01-10", through: "2026-01-31" });
    expect(periodOf({ from: "2026-01-10", through: "2026-03-05" }, "2026-02-14")).toEqual({ from: "2026-01-10", through: "2026-03-05" });
    expect(periodOf({ through: "2026-03-05" }, "2026-02-14")).toEqual({ from: "2026-03-01", through: "2026-03-05" });
  });

  it("moves by whole months, over the end of a year and a leap day", () => {
    expect(stepMonth(monthOf("2025-12-31"), 1)).toEqual({ from: "2026-01-01", through: "2026-01-31" });
    expect(stepMonth({ from: "2028-03-31", through: "2028-04-02" }, -1)).toEqual({ from: "2028-02-01", through: "2028-02-29" });
  });

  it("is read from the address only where it is one", () => expect(readNewRunSearch({ from: "2026-02-30", through: "2026-02-28", client: "" })).toEqual({ through: "2026-02-28" }));
});

describe("A run", () => {
  it("says how far it is in what it does now", () => {
    expect(progressOf("drafting", { ...counts, due: 6, drafted: 3, parked: 1, leftOut: 9 })).toEqual({ done: 4, all: 10 });
    expect(progressOf("issuing", { ...counts, approved: 2, issued: 5, parked: 1, passedOver: 1 })).toEqual({ done: 7, all: 9 });
    expect(progressOf("discarding", { ...counts, unwanted: 1, dropped: 2 })).toEqual({ done: 2, all: 3 });
    expect(progressOf("toApprove", { ...counts, drafted: 2 })).toBeNull();
    expect(isWorking("issuing") && !isWorking("parked")).toBe(true);
  });

  it("says why in words that the page has, else in the server's", () => {
    const t = (key: string) => `own ${key}`;
    expect(noteText(t, { code: "total-zero", detail: "theirs" })).toBe("own because_total-zero");
    expect(noteText(t, { code: "something-new", detail: "theirs" })).toBe("theirs");
  });
});
