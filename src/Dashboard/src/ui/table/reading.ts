import type { Money } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import { readDay } from "@/lib/dates";
import { compareDecimals, readDecimal } from "@/lib/decimal";
import type { Option } from "../Select";
import type { CellValue, Column } from "./types";

/** Why a text is no value for a column; the table has the sentence. */
export type Unreadable = "notAnAmount" | "notADay" | "notAChoice" | "notANumber" | "required";
export type Read = { value: CellValue } | { problem: Unreadable };

export const optionsOf = <Row>(column: Column<Row, never>, row: Row): readonly Option[] => {
  const given = column.edit?.options ?? column.filter?.options ?? [];
  return typeof given === "function" ? given(row) : given;
};

export const isEditable = <Row>(column: Column<Row, never>, row: Row) => column.edit !== undefined && (column.edit.when?.(row) ?? true);

/** What a person typed or pasted, as a value of the column. */
export function readCell<Row>(text: string, column: Column<Row, never>, row: Row, formats: Formats): Read {
  const typed = text.trim();
  if (typed === "" || typed === "–") return column.edit?.required ? { problem: "required" } : { value: null };
  switch (column.kind) {
    case "money": {
      const amount = readDecimal(typed, formats.locale);
      const currency = column.edit?.currency?.(row) ?? formats.currency;
      return amount === null ? { problem: "notAnAmount" } : { value: { amount, currency } };
    }
    case "date": {
      const day = readDay(typed, formats.dateFormat, formats.today);
      return day ? { value: day } : { problem: "notADay" };
    }
    case "number": {
      const number = readDecimal(typed, formats.locale);
      return number === null ? { problem: "notANumber" } : { value: Number(number) };
    }
    case "choice": {
      const found = optionsOf(column, row).find((option) => option.value === typed || option.label.toLowerCase() === typed.toLowerCase());
      return found ? { value: found.value } : { problem: "notAChoice" };
    }
    case "text":
      return { value: typed };
  }
}

/** The text one edits and copies: amounts without their currency. */
export function cellText<Row>(value: CellValue, column: Column<Row, never>, row: Row, formats: Formats): string {
  if (value === null || value === "") return "";
  if (typeof value === "object") return formats.amount(value as Money);
  if (typeof value === "number") return formats.number(value);
  if (column.kind === "date") return formats.day(value);
  if (column.kind === "choice") return optionsOf(column, row).find((option) => option.value === value)?.label ?? value;
  return value;
}

/** Equal as values: 12.5 EUR is 12.50 EUR. */
export function sameValue(left: CellValue, right: CellValue): boolean {
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return (left ?? "") === (right ?? "");
  return left.currency === right.currency && compareDecimals(left.amount, right.amount) === 0;
}
