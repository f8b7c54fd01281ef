import type { ImportOptions } from "@/api/types";
import { keptByColumns } from "@/lib/keptByColumns";

/** The columns an import understands, by the names the server uses. */
export const importColumns = ["Group", "Facility", "Billing Date", "From Date", "Through Date", "Status", "Billed", "Paid", "Date Paid", "Note"] as const;
export type ImportColumn = (typeof importColumns)[number];
/** Without these a line says nothing about a facility and a period. */
export const neededColumns: readonly ImportColumn[] = ["Group", "Facility", "From Date", "Through Date"];
export const isImportColumn = (name: string): name is ImportColumn => (importColumns as readonly string[]).includes(name);

/** What a person decided about files with the same columns. */
export type Remembered = Pick<ImportOptions, "mapping" | "dateOrder" | "decimal">;

const { recall, remember: keep } = keptByColumns<Remembered>("billing.import.columns");
export { kindOf } from "@/lib/keptByColumns";
export { recall };

/** Keeps what was decided about files with these columns. */
export const remember = (columns: readonly string[], { mapping, dateOrder, decimal }: ImportOptions): void =>
  keep(columns, { ...(mapping ? { mapping } : {}), ...(dateOrder ? { dateOrder } : {}), ...(decimal ? { decimal } : {}) });
