import { isProblem } from "@/api/problem";
import { explain } from "@/ui";
import type { Change } from "@/ui/table";

/** Writes one row after the other; what is refused does not hold up those behind it, and says what somebody else made of the row. */
export async function oneByOne<Row>(changes: readonly { row: Row; change: Change }[], save: (row: Row, change: Change) => Promise<Row>): Promise<({ row: Row } | { problem: string; theirs?: Row })[]> {
  const answers: ({ row: Row } | { problem: string; theirs?: Row })[] = [];
  for (const { row, change } of changes)
    try {
      answers.push({ row: await save(row, change) });
    } catch (failed) {
      const { title, detail } = explain(failed);
      const theirs = isProblem(failed) ? failed.current<Row>() : undefined;
      answers.push({ problem: detail || title, ...(theirs === undefined ? {} : { theirs }) });
    }
  return answers;
}
