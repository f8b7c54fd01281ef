import { useCallback, useState } from "react";
import { explain } from "@/ui/explain";
import type { Change } from "@/ui/table";

/** Does one row after the other; what is refused does not hold up those behind it. */
export async function oneByOne<Row>(changes: readonly { row: Row; change: Change }[], act: (row: Row, change: Change) => Promise<Row>): Promise<({ row: Row } | { problem: string })[]> {
  const answers: ({ row: Row } | { problem: string })[] = [];
  for (const { row, change } of changes)
    try {
      answers.push({ row: await act(row, change) });
    } catch (failed) {
      const { title, detail } = explain(failed);
      answers.push({ problem: detail || title });
    }
  return answers;
}

/** Every row of a list, page by page. */
export async function* everyPage<Row>(read: (cursor: string | null) => Promise<{ items: Row[]; nextCursor: string | null }>): AsyncGenerator<Row[]> {
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page: { items: Row[]; nextCursor: string | null } = await read(cursor);
    yield page.items;
    cursor = page.nextCursor;
  }
}

/** A question that is asked before many rows are written; whoever asks waits for its answer, null when nobody goes on. */
export function useQuestion<Kind extends string, Answer>() {
  const [open, setOpen] = useState<{ kind: Kind; count: number; answer: (answer: Answer | null) => void } | null>(null);
  const ask = useCallback((kind: Kind, count: number) => new Promise<Answer | null>((answer) => setOpen({ kind, count, answer })), []);
  const settle = (answer: Answer | null) => {
    open?.answer(answer);
    setOpen(null);
  };
  return { open, ask, settle };
}
