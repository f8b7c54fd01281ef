import { describe, expect, it } from "vitest";
import type { HistoryEntry, RunCounts } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import { textNow } from "@/i18n/messages";
import { runWords } from "./history";
import { messages } from "./messages";
import { isWorking } from "./queries";
import { monthOf, periodOf, readNewRunSearch, readRunSearch, stepMonth } from "./search";
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

describe("The history of a run", () => {
  const formats = { day: (day: string) => day, number: String } as Pick<Formats, "day" | "number">;
  const words = runWords(textNow(messages), formats);
  const step = (...events: string[]) => words.step({ version: 1, at: "", actor: {} as HistoryEntry["actor"], events: events.map((event) => `invoicing.${event}`), changes: [] });

  it("is told by what somebody decided, else by what the run did", () =>
    expect([step("client_drafted_by_run", "client_parked_by_run"), step("run_invoice_issued", "billing_run_approved"), step("parked_of_run_retried"), step("something_new")]).toEqual(["Drafts made", "Approved", "Tried again", "something new"]));

  it("says its fields as the page does", () =>
    expect([words.field("drafted"), words.field("leftOut"), words.value("drafted", 2), words.value("state", "toApprove"), words.value("issueDate", "2025-11-19"), words.value("period", { from: "2025-11-01", through: "2025-11-30" }), words.value("issued", null)])
      .toEqual(["Drafts", "Left out", "2", "To approve", "2025-11-19", "2025-11-01 – 2025-11-30", "–"]));

  it("is looked at by a version of the address", () => expect([readRunSearch({ at: 3 }), readRunSearch({ at: 0 }), readRunSearch({ at: "3" })]).toEqual([{ at: 3 }, {}, {}]));
});
