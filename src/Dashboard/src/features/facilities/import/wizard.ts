import { useSyncExternalStore } from "react";
import { api, ask, fetchFile } from "@/api/client";
import { isProblem, type Problem } from "@/api/problem";
import type { ImportOptions, ImportReport, ImportRun } from "@/api/types";
import { watched } from "@/lib/watched";
import { recall, remember } from "./columns";
import { merged, typed, type Correction } from "./corrections";

/** Where an import stands. It lives outside the page, so that leaving the page loses nothing. */
export type Wizard =
  | { step: "choose"; error?: unknown }
  | { step: "reading"; file: File }
  | { step: "map"; file: File; options: ImportOptions; columns: string[]; missing: string[]; busy: boolean }
  | { step: "check"; file: File; options: ImportOptions; report: ImportReport; busy: boolean; remembered: boolean; /** Typed into cells and not checked yet. */ edits: readonly Correction[]; termsWrong?: boolean; error?: unknown }
  | { step: "running"; file: File; report: ImportReport; importId: string; progress: number | null }
  | { step: "done"; file: File; options: ImportOptions; report: ImportReport };

/** What the wizard asks of the server; tests stand in for it. */
export interface ImportServer {
  send: (file: File, options: ImportOptions, query: { dryRun: boolean; importId?: string }) => Promise<ImportReport>;
  run: (importId: string) => Promise<ImportRun>;
}

export const bodyOf = (file: File, options: ImportOptions): FormData => {
  const form = new FormData();
  form.append("options", JSON.stringify(options));
  form.append("file", file, file.name);
  return form;
};

const server: ImportServer = {
  send: async (file, options, { dryRun, importId }) => {
    const query = new URLSearchParams({ dryRun: String(dryRun), ...(importId ? { importId } : {}) });
    return (await (await fetchFile(`/api/facilities/import?${query}`, { method: "POST", body: bodyOf(file, options) })).json()) as ImportReport;
  },
  run: (id) => ask(api.GET("/api/imports/{id}", { params: { path: { id } } })),
};

/** Drives one import at a time: choose, look, take. */
export class ImportWizard {
  state: Wizard = { step: "choose" };
  private readonly listeners = new Set<() => void>();
  /** Answers of an earlier reading that comes late are dropped. */
  private turn = 0;
  private readonly server: ImportServer;
  private readonly newId: () => string;

  constructor(by: ImportServer = server, newId: () => string = () => crypto.randomUUID()) {
    this.server = by;
    this.newId = newId;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private set(state: Wizard): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  restart = (error?: unknown): void => {
    this.turn++;
    this.set({ step: "choose", ...(error === undefined ? {} : { error }) });
  };

  /** Reads a file without saving anything; what was decided for files like it before is used again. */
  open = async (file: File): Promise<void> => {
    const turn = ++this.turn;
    this.set({ step: "reading", file });
    try {
      const report = await this.server.send(file, {}, { dryRun: true });
      const known = recall(report.file.columns);
      if (!known || turn !== this.turn) return this.show(turn, file, {}, report, false);
      this.show(turn, file, known, await this.server.send(file, known, { dryRun: true }).catch(() => report), true);
    } catch (error) {
      if (turn === this.turn) await this.missing(turn, file, {}, error);
    }
  };

  /** Types into a cell of the file; null: as the file has it. Nothing is asked of the server yet. */
  edit = (line: number, column: string, value: string | null): void => {
    const { state } = this;
    if (state.step === "check") this.set({ ...state, edits: typed(state.edits, line, column, value) });
  };

  /** Reads the same file again with other decisions, and with what was typed into its cells. */
  change = async (part: ImportOptions): Promise<void> => {
    const { state } = this;
    if (state.step !== "check" && state.step !== "map") return;
    const turn = ++this.turn;
    const sent = state.step === "check" ? state.edits : [];
    // Cut or decoded otherwise, the file has other lines and columns.
    const recut = part.separator !== undefined || part.encoding !== undefined;
    const corrections = recut ? [] : merged("corrections" in part ? (part.corrections ?? []) : (state.options.corrections ?? []), sent);
    const { corrections: _, ...others } = { ...state.options, ...part };
    const options = { ...others, ...(corrections.length > 0 ? { corrections } : {}) };
    this.set({ ...state, options: state.step === "check" ? { ...others, ...(state.options.corrections ? { corrections: state.options.corrections } : {}) } : options, busy: true });
    try {
      const report = await this.server.send(state.file, options, { dryRun: true });
      if (turn === this.turn) remember(report.file.columns, options);
      this.show(turn, state.file, { ...options, ...this.termsNow() }, report, false, this.unsent(sent));
    } catch (error) {
      if (turn !== this.turn) return;
      if (isProblem(error, "missing-columns")) await this.missing(turn, state.file, options, error);
      else if (state.step === "check") this.set({ ...state, edits: this.unsent([]), busy: false, error });
      else this.restart(error);
    }
  };

  /** The payment terms of new groups in days; null: what is typed is none. They change nothing about how the file is read. */
  terms = (days: number | null): void => {
    const { state } = this;
    if (state.step === "check") this.set({ ...state, termsWrong: days === null, options: days === null ? state.options : { ...state.options, paymentTermsDays: days } });
  };

  /** Takes back everything that was typed into the file's cells. */
  discard = (): Promise<void> => {
    if (this.state.step === "check") this.set({ ...this.state, edits: [] });
    return this.change({ corrections: null });
  };

  /** Terms may be typed while the server reads, and have nothing to do with its reading. */
  private termsNow(): ImportOptions {
    const { state } = this;
    return state.step === "check" && typeof state.options.paymentTermsDays === "number" ? { paymentTermsDays: state.options.paymentTermsDays } : {};
  }

  /** What was typed and is not among this. */
  private unsent(sent: readonly Correction[]): readonly Correction[] {
    return this.state.step === "check" ? this.state.edits.filter((one) => !sent.includes(one)) : [];
  }

  /** Takes the file. Counts come while it runs; the whole answer comes at its end. */
  take = async (onlyClean: boolean): Promise<void> => {
    const { state } = this;
    if (state.step !== "check") return;
    const turn = ++this.turn;
    const importId = this.newId();
    const options = { ...state.options, ...(onlyClean ? { onlyClean } : {}) };
    this.set({ step: "running", file: state.file, report: state.report, importId, progress: null });
    try {
      const report = await watched(() => this.server.send(state.file, options, { dryRun: false, importId }), async () => (await this.server.run(importId)).progress, (progress) => {
        if (turn === this.turn && this.state.step === "running") this.set({ ...this.state, progress });
      });
      if (turn === this.turn) this.set({ step: "done", file: state.file, options, report });
    } catch (error) {
      if (turn === this.turn) this.set({ ...state, busy: false, error });
    }
  };

  private show(turn: number, file: File, options: ImportOptions, report: ImportReport, remembered: boolean, edits: readonly Correction[] = []): void {
    const { state } = this;
    if (turn === this.turn) this.set({ step: "check", file, options, report, busy: false, remembered, edits, ...(state.step === "check" && state.termsWrong ? { termsWrong: true } : {}) });
  }

  private async missing(turn: number, file: File, options: ImportOptions, error: unknown): Promise<void> {
    if (!isProblem(error, "missing-columns")) return this.restart(error);
    const { columns = [], missing = [] } = (error as Problem).body as { columns?: string[]; missing?: string[] };
    const known = options.mapping ? undefined : recall(columns);
    if (known) {
      const report = await this.server.send(file, known, { dryRun: true }).catch(() => null);
      if (report) return this.show(turn, file, known, report, true);
    }
    if (turn === this.turn) this.set({ step: "map", file, options, columns, missing, busy: false });
  }
}

export const wizard = new ImportWizard();
export const useWizard = (): Wizard => useSyncExternalStore(wizard.subscribe, () => wizard.state);

/** How many lines are rejected; a line may have several faults. */
export const rejectedLines = (report: ImportReport) => new Set(report.rejected.map(({ line }) => line)).size;
