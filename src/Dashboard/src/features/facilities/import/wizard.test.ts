import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import type { ImportReport } from "@/api/types";
import { kindOf, recall, remember } from "./columns";
import { bodyOf, ImportWizard, rejectedLines, type ImportServer } from "./wizard";

const file = new File(["Group,Facility\n"], "tracker.csv", { type: "text/csv" });
const report = (part: Partial<ImportReport> = {}): ImportReport => ({
  importId: "1", dryRun: true, accepted: 3, unchanged: 1, rejected: [], repeated: [], totals: [], newGroups: [], newFacilities: 0, preview: [],
  file: { name: "tracker.csv", format: "csv", encoding: "utf-8", separator: ",", sheetName: null, datesInDoubt: null, amountsInDoubt: null, notes: [], dateOrder: "mdy", decimal: ".", columns: ["Group", "Amount USD"], mapping: {}, rows: 4 }, ...part,
});
const serverOf = (send: ImportServer["send"]): ImportServer => ({ send: vi.fn(send), run: () => Promise.reject(new Error("not yet")) });

beforeEach(() => localStorage.clear());

describe("An import", () => {
  it("is looked at before anything is saved", async () => {
    const server = serverOf(() => Promise.resolve(report()));
    const wizard = new ImportWizard(server);
    await wizard.open(file);
    expect(wizard.state).toMatchObject({ step: "check", report: { accepted: 3 } });
    expect(server.send).toHaveBeenCalledExactlyOnceWith(file, {}, { dryRun: true });
  });

  it("is taken under an id of its own, so that it can be followed", async () => {
    const server = serverOf((_, __, { dryRun }) => Promise.resolve(report({ dryRun })));
    const wizard = new ImportWizard(server, () => "chosen");
    await wizard.open(file);
    await wizard.take(true);
    expect(server.send).toHaveBeenLastCalledWith(file, { onlyClean: true }, { dryRun: false, importId: "chosen" });
    expect(wizard.state).toMatchObject({ step: "done", report: { dryRun: false } });
  });

  it("goes back to the look when taking it fails", async () => {
    const wizard = new ImportWizard(serverOf((_, __, { dryRun }) => (dryRun ? Promise.resolve(report()) : Promise.reject(new Problem(503, {})))));
    await wizard.open(file);
    await wizard.take(false);
    expect(wizard.state).toMatchObject({ step: "check", busy: false, error: { status: 503 } });
  });

  it("asks for columns that were not found, and remembers them for the next file of the kind", async () => {
    const lacking = new Problem(422, { code: "missing-columns", missing: ["Billed"], columns: ["Group", "Amount USD"] });
    const server = serverOf((_, options) => (options.mapping ? Promise.resolve(report()) : Promise.reject(lacking)));
    const wizard = new ImportWizard(server);
    await wizard.open(file);
    expect(wizard.state).toMatchObject({ step: "map", missing: ["Billed"] });
    await wizard.change({ mapping: { Billed: "Amount USD" } });
    expect(wizard.state).toMatchObject({ step: "check" });

    await wizard.open(file);
    expect(wizard.state).toMatchObject({ step: "check", remembered: true, options: { mapping: { Billed: "Amount USD" } } });
  });

  it("shows the latest reading, not the one that answers last", async () => {
    const answers: (() => void)[] = [];
    const wizard = new ImportWizard(serverOf((_, { dateOrder }) => (dateOrder ? new Promise((done) => answers.push(() => done(report({ accepted: dateOrder === "dmy" ? 1 : 2 })))) : Promise.resolve(report()))));
    await wizard.open(file);
    const first = wizard.change({ dateOrder: "dmy" });
    const second = wizard.change({ dateOrder: "mdy" });
    answers[1]!();
    answers[0]!();
    await Promise.all([first, second]);
    expect(wizard.state).toMatchObject({ report: { accepted: 2 } });
  });

  it("checks typed cells only when asked, all together, and keeps them for the taking", async () => {
    const server = serverOf((_, __, { dryRun }) => Promise.resolve(report({ dryRun })));
    const wizard = new ImportWizard(server, () => "chosen");
    await wizard.open(file);
    wizard.edit(5, "Billed", "1");
    wizard.edit(5, "Billed", "12.50");
    wizard.edit(9, "Status", "Paid");
    wizard.edit(9, "Note", "x");
    wizard.edit(9, "Note", null);
    expect(server.send).toHaveBeenCalledTimes(1);
    const corrections = [{ line: 5, column: "Billed", value: "12.50" }, { line: 9, column: "Status", value: "Paid" }];
    expect(wizard.state).toMatchObject({ edits: corrections });
    await wizard.change({});
    expect(server.send).toHaveBeenLastCalledWith(file, { corrections }, { dryRun: true });
    expect(wizard.state).toMatchObject({ edits: [], options: { corrections } });
    wizard.edit(5, "Billed", "13");
    wizard.terms(14);
    wizard.terms(null);
    expect(wizard.state).toMatchObject({ termsWrong: true });
    await wizard.change({});
    expect(wizard.state).toMatchObject({ termsWrong: true });
    wizard.terms(14);
    const second = [corrections[1], { line: 5, column: "Billed", value: "13" }];
    expect(wizard.state).toMatchObject({ options: { corrections: second, paymentTermsDays: 14 } });
    await wizard.take(false);
    expect(server.send).toHaveBeenLastCalledWith(file, { corrections: second, paymentTermsDays: 14 }, { dryRun: false, importId: "chosen" });
  });

  it("forgets corrections that are discarded, and those of lines that are cut otherwise", async () => {
    const wizard = new ImportWizard(serverOf(() => Promise.resolve(report())));
    await wizard.open(file);
    wizard.edit(5, "Billed", "1");
    await wizard.change({});
    wizard.edit(6, "Billed", "2");
    await wizard.discard();
    expect(wizard.state).toMatchObject({ edits: [], options: {} });
    expect((wizard.state as { options: object }).options).not.toHaveProperty("corrections");
    wizard.edit(5, "Billed", "1");
    await wizard.change({});
    await wizard.change({ separator: ";" });
    expect((wizard.state as { options: object }).options).toEqual({ separator: ";" });
  });

  it("loses nothing that was typed when the check fails, or while it runs", async () => {
    let answer: ((result: ImportReport | Problem) => void) | undefined;
    const wizard = new ImportWizard(serverOf((_, { corrections }) => (corrections ? new Promise((done, fail) => (answer = (result) => (result instanceof Problem ? fail(result) : done(result)))) : Promise.resolve(report()))));
    await wizard.open(file);
    wizard.edit(5, "Billed", "1");
    const failing = wizard.change({});
    wizard.edit(5, "Billed", "1.5");
    wizard.edit(6, "Billed", "2");
    answer!(new Problem(503, {}));
    await failing;
    expect(wizard.state).toMatchObject({ edits: [{ line: 5, value: "1.5" }, { line: 6 }], busy: false, error: { status: 503 } });
    const passing = wizard.change({});
    wizard.edit(7, "Billed", "3");
    answer!(report());
    await passing;
    expect(wizard.state).toMatchObject({ edits: [{ line: 7 }], options: { corrections: [{ line: 5 }, { line: 6 }] } });
  });

  it("says what a file is that cannot be read at all", async () => {
    const wizard = new ImportWizard(serverOf(() => Promise.reject(new Problem(422, { code: "not-a-sheet", detail: "This is no sheet." }))));
    await wizard.open(file);
    expect(wizard.state).toMatchObject({ step: "choose", error: { code: "not-a-sheet" } });
  });
});

describe("The parts of an import", () => {
  it("go as a form with the options beside the file", () => {
    const form = bodyOf(file, { decimal: "," });
    expect(form.get("options")).toBe('{"decimal":","}');
    expect((form.get("file") as File).name).toBe("tracker.csv");
  });

  it("count a line with two faults once", () => {
    const fault = { line: 5, column: "Billed", value: "n/a", code: "not-an-amount", reason: "" };
    expect(rejectedLines(report({ rejected: [fault, { ...fault, column: "Status" }, { ...fault, line: 9 }] }))).toBe(2);
  });

  it("know a kind of file by its columns in any order, and forget what was taken back", () => {
    expect(kindOf(["B", "a "])).toBe(kindOf(["A", "b"]));
    remember(["A", "B"], { decimal: ",", encoding: "utf-8" });
    expect(recall(["b", "a"])).toEqual({ decimal: "," });
    remember(["A", "B"], {});
    expect(recall(["A", "B"])).toBeUndefined();
  });
});
