import { useMemo } from "react";
import { useFormats } from "@/i18n/formats";
import { compareDecimals } from "@/lib/decimal";
import { isComplete, meets } from "./conditions";
import { cellText } from "./reading";
import type { CellValue, Column } from "./types";
import type { View } from "./view";

/** Compares two cells of a kind; empty cells come last either way. */
export function compareCells(left: CellValue, right: CellValue, kind: Column<unknown>["kind"], collator: Intl.Collator): number {
  const amount = (value: CellValue) => (value !== null && typeof value === "object" ? value.amount : String(value));
  if (kind === "money" || kind === "number") return compareDecimals(amount(left), amount(right));
  return kind === "date" ? (amount(left) < amount(right) ? -1 : amount(left) > amount(right) ? 1 : 0) : collator.compare(amount(left), amount(right));
}

/** Search, filters and sorting in the browser, for tables that have all their rows (groups, projections, dead letters). */
export function useClientRows<Row>(rows: readonly Row[] | undefined, columns: readonly Column<Row, never>[], view: View): Row[] | undefined {
  const formats = useFormats();
  return useMemo(() => {
    if (!rows) return undefined;
    const collator = new Intl.Collator(formats.locale, { numeric: true, sensitivity: "base" });
    const byId = new Map(columns.map((column) => [column.id, column]));
    const needle = view.search.trim().toLowerCase();
    const shown = rows.filter(
      (row) =>
        view.conditions.every((condition) => {
          const column = byId.get(condition.column);
          return !column || !isComplete(condition, column.kind) || meets(column.value(row), column.kind, condition, formats.today);
        }) &&
        (needle === "" || columns.some((column) => (column.text?.(row) ?? cellText(column.value(row), column, row, formats)).toLowerCase().includes(needle))),
    );
    return shown.sort((a, b) => {
      for (const { column: id, descending } of view.sort) {
        const column = byId.get(id);
        if (!column) continue;
        const [left, right] = [column.value(a), column.value(b)];
        if (left === null || right === null) {
          if (left !== right) return left === null ? 1 : -1;
          continue;
        }
        const order = compareCells(left, right, column.kind, collator);
        if (order !== 0) return descending ? -order : order;
      }
      return 0;
    });
  }, [rows, columns, view, formats]);
}
