import type { BulkWriting, Change, Column } from "./types";

export interface BulkProgress {
  done: number;
  /** Null until it is known. */
  total: number | null;
}
export interface BulkResult<Row> {
  written: { before: Row; after: Row; change: Change }[];
  /** `theirs`: the row as somebody else has left it since it was seen. */
  refused: { row: Row; change: Change; problem: string; theirs?: Row }[];
  /** A person stopped it; what was written stays written and can be undone. */
  stopped: boolean;
}

const PIECE = 200;
/** What cannot be undone is stopped at once: so few go out behind it. */
const LASTING_PIECE = 1;

/**
 * Writes rows in pieces. Rows without a change are passed over; a refused row does not hold up the others. One that somebody else changed
 * meanwhile is tried once more on theirs where `again` says that it may be.
 */
export async function runBulk<Row>(
  rows: AsyncIterable<readonly Row[]>,
  changeOf: (row: Row) => Change | null,
  save: BulkWriting<Row>["save"],
  signal: AbortSignal,
  onProgress: (done: number) => void,
  again: (row: Row, theirs: Row, change: Change) => boolean = () => false,
  lasting = false,
): Promise<BulkResult<Row>> {
  const result: BulkResult<Row> = { written: [], refused: [], stopped: false };
  const size = lasting ? LASTING_PIECE : PIECE;
  let done = 0;
  for await (const page of rows) {
    for (let at = 0; at < page.length; at += size) {
      if (signal.aborted) return { ...result, stopped: true };
      const piece = page.slice(at, at + size);
      const changes = piece.flatMap((row) => {
        const change = changeOf(row);
        return change ? [{ row, change }] : [];
      });
      const answers = changes.length > 0 ? await save(changes) : [];
      const clashes: typeof changes = [];
      const note = (answer: (typeof answers)[number], { row, change }: (typeof changes)[number], last: boolean) => {
        if ("row" in answer) result.written.push({ before: row, after: answer.row, change });
        else if (!last && answer.theirs !== undefined && again(row, answer.theirs, change)) clashes.push({ row: answer.theirs, change });
        else result.refused.push({ row, change, ...answer });
      };
      answers.forEach((answer, index) => note(answer, changes[index]!, false));
      if (clashes.length > 0) (await save(clashes)).forEach((answer, index) => note(answer, clashes[index]!, true));
      onProgress((done += piece.length));
    }
  }
  return result;
}

/** The changes that put written rows back: the old value of each field that was written. */
export function reverseOf<Row>(written: BulkResult<Row>["written"], columns: readonly Column<Row, never>[]): { row: Row; change: Change }[] {
  const byField = new Map(columns.flatMap((column) => (column.edit ? [[column.edit.field, column] as const] : [])));
  return written.map(({ before, after, change }) => ({
    row: after,
    change: Object.fromEntries(Object.keys(change).flatMap((field) => (byField.has(field) ? [[field, byField.get(field)!.value(before)]] : []))),
  }));
}

export async function* inPages<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += PIECE) yield rows.slice(at, at + PIECE);
}
