import type { ImportOptions } from "@/api/types";

/** The columns an import understands, by the names the server uses. */
export const importColumns = ["Group", "Facility", "Billing Date", "From Date", "Through Date", "Status", "Billed", "Paid", "Date Paid", "Note"] as const;
export type ImportColumn = (typeof importColumns)[number];
/** Without these a line says nothing about a facility and a period. */
export const neededColumns: readonly ImportColumn[] = ["Group", "Facility", "From Date", "Through Date"];
export const isImportColumn = (name: string): name is ImportColumn => (importColumns as readonly string[]).includes(name);

/** What a person decided about files with the same columns. */
export type Remembered = Pick<ImportOptions, "mapping" | "dateOrder" | "decimal">;

const KEY = "billing.import.columns";
const KEPT = 20;

/** Files with the same columns, in whatever order, are of one kind. */
export const kindOf = (columns: readonly string[]) => [...columns].map((name) => name.trim().toLowerCase()).sort().join("|");

function kept(): [string, Remembered][] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(read) ? (read as [string, Remembered][]).filter((one) => Array.isArray(one) && typeof one[0] === "string") : [];
  } catch {
    return [];
  }
}

export const recall = (columns: readonly string[]): Remembered | undefined => kept().find(([kind]) => kind === kindOf(columns))?.[1];

/** Keeps what was decided in this browser, for the twenty latest kinds of files. */
export function remember(columns: readonly string[], { mapping, dateOrder, decimal }: ImportOptions): void {
  const kind = kindOf(columns);
  const decided: Remembered = { ...(mapping ? { mapping } : {}), ...(dateOrder ? { dateOrder } : {}), ...(decimal ? { decimal } : {}) };
  const others = kept().filter(([other]) => other !== kind);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.keys(decided).length > 0 ? [[kind, decided], ...others].slice(0, KEPT) : others));
  } catch {
    // Without storage the columns are found anew each time.
  }
}
