import { formatsOf } from "@/i18n/formats";
import type { Money } from "@/api/types";
import type { Column } from "@/ui/table";

/** A small table for the tests of the kit. */
export interface Line {
  id: string;
  name: string;
  status: string | null;
  billed: Money | null;
  on: string | null;
  locked?: boolean;
  version: number;
}
export const dollars = (amount: string): Money => ({ amount, currency: "USD" });
export const line = (id: string, more: Partial<Line> = {}): Line => ({ id, name: `Line ${id}`, status: "open", billed: dollars("100.00"), on: "2025-11-01", version: 1, ...more });
const options = [{ value: "open", label: "Open" }, { value: "paid", label: "Paid" }];
export const columns: readonly Column<Line, never>[] = [
  { id: "name", header: "Name", kind: "text", width: 100, pinned: true, value: (row) => row.name },
  { id: "status", header: "Status", kind: "choice", width: 100, value: (row) => row.status, edit: { field: "status", options } },
  { id: "billed", header: "Billed", kind: "money", width: 100, value: (row) => row.billed, edit: { field: "billed", currency: () => "USD", when: (row) => !row.locked } },
  { id: "on", header: "On", kind: "date", width: 100, value: (row) => row.on, edit: { field: "on", required: true } },
];
export const formats = formatsOf("en-US", { locale: "en-US", timeZone: "America/Chicago", currency: "USD", dateFormat: "MM/dd/yyyy", weekStart: "monday", today: "2025-11-19" }, "MM/dd/yyyy");
