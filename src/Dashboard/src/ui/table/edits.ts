import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { isProblem, Problem } from "@/api/problem";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { explain } from "../explain";
import { undoStack } from "../undo";
import { messages } from "./messages";
import { cellText, optionsOf, readCell, sameValue, type Unreadable } from "./reading";
import type { CellValue, Change, Column, Editing } from "./types";

/** What lies over a cell until the server has spoken. */
export interface CellEdit<Row> {
  state: "saving" | "error" | "conflict";
  /** As typed; shown while it cannot be read or was refused. */
  text: string;
  /** Shown while saving. */
  value?: CellValue;
  message?: string;
  /** The row as somebody else left it. */
  theirs?: Row;
  /** The row that the person had before them when this was typed. */
  base?: Row;
}

/** What a person had before them when an edit began; writes go onto that, whatever has come in since. */
export interface Begun<Row> {
  row: Row;
  value: CellValue;
}

/** Overlays by row and column; only the rows they lie on hear of them. */
export class EditStore<Row> {
  private readonly rows = new Map<string, ReadonlyMap<string, CellEdit<Row>>>();
  private readonly listeners = new Map<string, Set<() => void>>();

  of(row: string): ReadonlyMap<string, CellEdit<Row>> | undefined {
    return this.rows.get(row);
  }

  set(row: string, column: string, edit: CellEdit<Row> | null): void {
    const cells = new Map(this.rows.get(row));
    if (edit) cells.set(column, edit);
    else cells.delete(column);
    if (cells.size > 0) this.rows.set(row, cells);
    else this.rows.delete(row);
    for (const listener of this.listeners.get(row) ?? []) listener();
  }

  subscribe(row: string, listener: () => void): () => void {
    const heard = this.listeners.get(row) ?? new Set();
    this.listeners.set(row, heard.add(listener));
    return () => heard.delete(listener);
  }
}

export function useRowEdits<Row>(store: EditStore<Row>, row: string): ReadonlyMap<string, CellEdit<Row>> | undefined {
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(row, listener), [store, row]),
    () => store.of(row),
  );
}

/** Whether somebody else's row leaves alone what a change writes, or says the same. */
export const isApart = <Row>(seen: Row, theirs: Row, change: Change, fieldOf: (row: Row, field: string) => CellValue): boolean =>
  Object.keys(change).every((field) => sameValue(fieldOf(theirs, field), fieldOf(seen, field)) || sameValue(fieldOf(theirs, field), change[field] ?? null));

/**
 * Writes one row's cells one after the other, each onto the row the last one left, so that quick typing never races itself. When somebody
 * else changed another cell of the row meanwhile, the write is tried again on their version; only the same cell is a conflict.
 */
export async function saveOnto<Row>(row: Row, change: Change, save: Editing<Row>["save"], fieldOf: (row: Row, field: string) => CellValue): Promise<Row> {
  for (let tries = 0; ; tries++) {
    try {
      return await save(row, change);
    } catch (error) {
      const theirs = isProblem(error) ? error.current<Row>() : undefined;
      if (theirs === undefined || tries >= 2 || !isApart(row, theirs, change, fieldOf)) throw error;
      row = theirs;
    }
  }
}

export interface Edits<Row> {
  store: EditStore<Row>;
  /** Keeps what the person sees in a cell as an edit of it begins. */
  begin: (row: Row, column: Column<Row, never>) => Begun<Row>;
  /** Reads and writes a typed text. Answers at once; the cell shows how it goes. */
  commit: (begun: Begun<Row>, column: Column<Row, never>, text: string) => void;
  /** Shows at its cells what of a change somebody else has written otherwise. */
  clash: (row: Row, change: Change, theirs: Row) => void;
  /** Forgets what lies over the cell. */
  discard: (row: Row, column: Column<Row, never>) => void;
  keepMine: (row: Row, column: Column<Row, never>) => void;
  takeTheirs: (row: Row, column: Column<Row, never>) => void;
  /** The sentence for an unreadable text. */
  sentence: (problem: Unreadable, column: Column<Row, never>, row: Row) => string;
}

export function useEdits<Row>(editing: Editing<Row> | undefined, columns: readonly Column<Row, never>[], rowId: (row: Row) => string): Edits<Row> {
  const formats = useFormats();
  const t = useText(messages);
  const store = useMemo(() => new EditStore<Row>(), []);
  const running = useRef(new Map<string, Promise<Row>>());
  const given = useRef({ editing, columns, rowId });
  given.current = { editing, columns, rowId };

  return useMemo(() => {
    const fieldOf = (row: Row, field: string): CellValue => given.current.columns.find((column) => column.edit?.field === field)?.value(row) ?? null;
    const sentence = (problem: Unreadable, column: Column<Row, never>, row: Row): string => {
      if (problem === "notAnAmount") return t("notAnAmount", { example: formats.amount({ amount: "1234.56", currency: "EUR" }) });
      if (problem === "notADay") return t("notADay", { example: formats.day(formats.today) });
      if (problem === "notAChoice") return t("notAChoice", { example: optionsOf(column, row).map((option) => option.label).join(", ") });
      return t(problem);
    };

    // What each row became by our own writes, by version: a screen that has not drawn the answer yet would write onto the row before.
    const became = new Map<string, Map<number, Row>>();
    const versionOf = (row: Row) => given.current.editing?.version(row) ?? 0;
    const newest = (row: Row): Row => {
      const next = became.get(given.current.rowId(row))?.get(versionOf(row));
      return next === undefined ? row : newest(next);
    };
    const turned = (from: Row, into: Row): void => {
      const [old, now] = [given.current.rowId(from), given.current.rowId(into)];
      // A row that nobody has saved is the newest of its kind again.
      if (versionOf(into) <= versionOf(from)) return void (became.delete(old), became.delete(now));
      const chain = (became.get(old) ?? new Map<number, Row>()).set(versionOf(from), into);
      became.set(old, chain).set(now, chain);
    };

    const write = ({ row, value: seen }: Begun<Row>, column: Column<Row, never>, value: CellValue, text: string): void => {
      const { editing: how, rowId: idOf } = given.current;
      if (!how) return;
      const id = idOf(row);
      const change: Change = { [column.edit!.field]: value };
      store.set(id, column.id, { state: "saving", text, value, base: row });
      const onto = running.current.get(id)?.catch(() => row) ?? Promise.resolve(row);
      const saved = onto.then(async (left) => {
        const latest = newest(left);
        // Our own write of a cell beside this one may have brought somebody else's value into it.
        const now = column.value(latest);
        if (![seen, column.value(row), value].some((known) => sameValue(now, known))) throw new Problem(409, { code: "conflict", current: latest });
        const after = await saveOnto(latest, change, how.save, fieldOf);
        if (after !== latest) turned(latest, after);
        how.onSaved(after, latest);
        store.set(id, column.id, null);
        remember(latest, after, column, change, how);
        return after;
      });
      running.current.set(id, saved);
      saved
        .catch((error: unknown) => {
          const theirs = isProblem(error) ? error.current<Row>() : undefined;
          const told = explain(error);
          store.set(id, column.id, theirs ? { state: "conflict", text, value, theirs, base: row } : { state: "error", text, base: row, message: [told.title, told.detail].filter(Boolean).join(". ") });
        })
        .finally(() => {
          if (running.current.get(id) === saved) running.current.delete(id);
        });
    };

    const remember = (before: Row, after: Row, column: Column<Row, never>, change: Change, how: Editing<Row>) => {
      const old: Change = Object.fromEntries(Object.keys(change).map((field) => [field, fieldOf(before, field)]));
      const show = (row: Row) => cellText(column.value(row), column, row, formats) || t("nothing");
      undoStack.push({
        label: `${column.header}: ${show(before)} → ${show(after)}`,
        undo: async () => {
          const now = newest(after);
          const back = how.revert ? await how.revert(before, now, change) : await saveOnto(now, old, how.save, fieldOf);
          if (back !== now) turned(now, back);
          how.onSaved(back, now);
        },
      });
    };

    const begun = (row: Row, column: Column<Row, never>): Begun<Row> => {
      const id = given.current.rowId(row);
      const over = store.of(id)?.get(column.id);
      // With nothing on its way the row on the screen is the newest there is.
      if (!running.current.has(id)) became.delete(id);
      const seen = over && over.state !== "saving" ? (over.base ?? row) : row;
      return { row: seen, value: over?.state === "saving" && over.value !== undefined ? over.value : column.value(seen) };
    };

    return {
      store,
      sentence,
      begin: begun,
      commit: (from, column, text) => {
        const { row } = from;
        const read = readCell(text, column, row, formats);
        const id = given.current.rowId(row);
        if ("problem" in read) return store.set(id, column.id, { state: "error", text, base: row, message: sentence(read.problem, column, row) });
        const over = store.of(id)?.get(column.id);
        if (sameValue(read.value, over && over.state !== "saving" ? column.value(row) : from.value)) return over?.state === "saving" ? undefined : store.set(id, column.id, null);
        write(from, column, read.value, cellText(read.value, column, row, formats));
      },
      clash: (row, change, theirs) => {
        for (const column of given.current.columns) {
          const value = column.edit && change[column.edit.field];
          if (value === undefined || sameValue(column.value(theirs), value)) continue;
          store.set(given.current.rowId(row), column.id, { state: "conflict", text: cellText(value, column, row, formats), value, theirs, base: row });
        }
      },
      discard: (row, column) => store.set(given.current.rowId(row), column.id, null),
      keepMine: (row, column) => {
        const over = store.of(given.current.rowId(row))?.get(column.id);
        if (over?.theirs && over.value !== undefined) write({ row: over.theirs, value: column.value(over.theirs) }, column, over.value, over.text);
      },
      takeTheirs: (row, column) => {
        const id = given.current.rowId(row);
        const over = store.of(id)?.get(column.id);
        if (over?.theirs) given.current.editing?.onSaved(over.theirs, row);
        store.set(id, column.id, null);
      },
    };
  }, [store, formats, t]);
}
