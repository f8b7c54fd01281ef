import type { ImportOptions, ImportReport } from "@/api/types";
import { importColumns, type ImportColumn } from "./columns";

/** What somebody types instead of a cell; `column` is the file's own name of it. */
export type Correction = NonNullable<ImportOptions["corrections"]>[number];
type Fault = ImportReport["rejected"][number];

/** Where the marked cell is not the only one that may be to blame. */
const together: Record<string, readonly ImportColumn[]> = {
  "ends-before-it-begins": ["From Date", "Through Date"],
  "period-taken": ["Facility", "From Date", "Through Date"],
  "facility-archived": ["Group", "Facility"],
};

const isAt = (line: number, column: string) => (one: Correction) => one.line === line && one.column === column;

/** Both, one per cell; what came later counts. */
export const merged = (known: readonly Correction[], more: readonly Correction[]): Correction[] => [...known.filter((one) => !more.some(isAt(one.line, one.column))), ...more];

/** The edits with one cell typed anew, or as the file has it again (null). */
export const typed = (edits: readonly Correction[], line: number, column: string, value: string | null): Correction[] => {
  const others = edits.filter((one) => !isAt(line, column)(one));
  return value === null ? others : [...others, { line, column, value }];
};

/** Our column for the one that a fault names as the file does; none when the whole line is meant. */
export const fieldOf = (column: string | null, mapping: Record<string, string>): ImportColumn | undefined => importColumns.find((name) => mapping[name] === column || name === column);

/** The cells of a line that can be typed into: those at fault, those that share the blame, and those corrected before. A torn line has none. */
export function openCells(faults: readonly Fault[], corrected: readonly Correction[], mapping: Record<string, string>): ReadonlySet<ImportColumn> {
  if (faults.some((fault) => fault.column === null)) return new Set();
  const named = [...faults, ...corrected].flatMap(({ column }) => fieldOf(column, mapping) ?? []);
  return new Set([...named, ...faults.flatMap(({ code }) => together[code] ?? [])].filter((name) => mapping[name]));
}
