import { useRef, useState } from "react";
import { useText } from "@/i18n/messages";
import { toast, toastUndo } from "../toast";
import { inPages, reverseOf, runBulk, type BulkProgress } from "./bulk";
import { isApart, type Edits } from "./edits";
import { messages } from "./messages";
import type { BulkWriting, Change, Column } from "./types";

export interface BulkRun<Row> {
  progress: BulkProgress | null;
  start: (everything: boolean, chosen: readonly Row[], what: string, change: (row: Row) => Change | null) => void;
  stop: () => void;
}

/** One bulk write at a time: progress while it runs, news and one undo at its end; a cell that somebody else changed shows both values. */
export function useBulk<Row>(bulk: BulkWriting<Row> | undefined, columns: readonly Column<Row, never>[], count: number, edits: Pick<Edits<Row>, "clash">, onEnd: () => void): BulkRun<Row> {
  const t = useText(messages);
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const running = useRef<AbortController | null>(null);

  const write = async (rows: AsyncIterable<readonly Row[]>, total: number, change: (row: Row) => Change | null, what: string) => {
    if (!bulk || running.current) return;
    const stop = (running.current = new AbortController());
    setProgress({ done: 0, total });
    try {
      const fieldOf = (row: Row, field: string) => columns.find((column) => column.edit?.field === field)?.value(row) ?? null;
      // What is written may follow from the row ("paid in full"): on theirs it must come out the same.
      const again = (row: Row, theirs: Row, wanted: Change) => isApart(row, theirs, wanted, fieldOf) && JSON.stringify(change(theirs)) === JSON.stringify(wanted);
      const { written, refused, stopped } = await runBulk(rows, change, bulk.save, stop.signal, (done) => setProgress({ done, total }), again, bulk.lasting);
      for (const one of refused) if (one.theirs !== undefined) edits.clash(one.row, one.change, one.theirs);
      bulk.onDone();
      const detail = [stopped && t("stopped", { count: written.length }), refused.length > 0 && `${t("refused", { count: refused.length })}: ${refused[0]!.problem}`].filter(Boolean).join(" · ");
      if (written.length > 0 && bulk.lasting) toast.done(`${what} · ${t("changed", { count: written.length })}`, detail ? { detail } : {});
      else if (written.length > 0)
        toastUndo(
          {
            label: `${what} · ${t("changed", { count: written.length })}`,
            undo: async () => {
              const left: typeof written = [];
              for (const one of written) if (!(await bulk.takeBack?.(one.before, one.after))) left.push(one);
              const back = reverseOf(left, columns);
              const byRow = new Map(back.map(({ row, change: old }) => [row, old]));
              const undone = await runBulk(inPages(back.map(({ row }) => row)), (row) => byRow.get(row) ?? null, bulk.save, new AbortController().signal, () => {});
              bulk.onDone();
              if (undone.refused.length > 0) throw new Error(`${t("refused", { count: undone.refused.length })}: ${undone.refused[0]!.problem}`);
            },
          },
          { timeout: 12_000, ...(detail ? { detail } : {}) },
        );
      else if (refused.length > 0) toast.error(t("refused", { count: refused.length }), { detail: refused[0]!.problem });
      else toast.info(t("nothingToChange"));
      onEnd();
    } catch (error) {
      bulk.onDone();
      toast.error(error);
    } finally {
      running.current = null;
      setProgress(null);
    }
  };

  return {
    progress,
    start: (everything, chosen, what, change) => void write(everything && bulk?.all ? bulk.all(new AbortController().signal) : inPages(chosen), everything ? count : chosen.length, change, what),
    stop: () => running.current?.abort(),
  };
}
