import type { Money } from "@/api/types";
import { addDays, type Day } from "@/lib/dates";
import { compareDecimals } from "@/lib/decimal";
import type { CellValue, Kind } from "./types";

export type Operator = "is" | "isNot" | "contains" | "before" | "after" | "between" | "last" | "next" | "atLeast" | "atMost" | "empty" | "notEmpty";

/** One filter. Values are text: option values, days, decimal text, or a number of days. */
export interface Condition {
  column: string;
  op: Operator;
  values: readonly string[];
}

const operators: Record<Kind, readonly Operator[]> = {
  text: ["contains", "is", "isNot", "empty", "notEmpty"],
  choice: ["is", "isNot", "empty", "notEmpty"],
  date: ["is", "before", "after", "between", "last", "next", "empty", "notEmpty"],
  money: ["between", "atLeast", "atMost", "is", "empty", "notEmpty"],
  number: ["between", "atLeast", "atMost", "is", "empty", "notEmpty"],
};
export const operatorsOf = (kind: Kind, only?: readonly Operator[]) => only ?? operators[kind];

/** How many values an operator takes; `Infinity` for "one or more". */
export function valuesOf(op: Operator, kind: Kind): number {
  if (op === "empty" || op === "notEmpty") return 0;
  if (op === "between") return 2;
  return (op === "is" || op === "isNot") && kind === "choice" ? Infinity : 1;
}

/** Complete enough to filter by. */
export function isComplete({ op, values }: Condition, kind: Kind): boolean {
  const filled = values.filter((value) => value !== "").length;
  const needed = valuesOf(op, kind);
  return needed === 0 || filled >= (needed === Infinity ? 1 : needed);
}

const amountOf = (value: CellValue): string | null => (value === null ? null : typeof value === "object" ? (value as Money).amount : String(value));

/** Whether a loaded cell meets a condition. Tables of the server filter there; this is for tables that have all their rows. */
export function meets(value: CellValue, kind: Kind, { op, values }: Condition, today: Day): boolean {
  const text = amountOf(value);
  const blank = text === null || text === "";
  if (op === "empty") return blank;
  if (op === "notEmpty") return !blank;
  if (blank) return op === "isNot";
  const [first = "", second = ""] = values;
  const compare = kind === "money" || kind === "number" ? compareDecimals : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  switch (op) {
    case "contains":
      return text.toLowerCase().includes(first.toLowerCase());
    case "is":
      return kind === "money" || kind === "number" ? compare(text, first) === 0 : values.some((one) => one.toLowerCase() === text.toLowerCase());
    case "isNot":
      return !values.some((one) => one.toLowerCase() === text.toLowerCase());
    case "before":
      return text < first;
    case "after":
      return text > first;
    case "between":
      return compare(text, first) >= 0 && compare(text, second) <= 0;
    case "atLeast":
      return compare(text, first) >= 0;
    case "atMost":
      return compare(text, first) <= 0;
    case "last":
      return text <= today && text > addDays(today, -Number(first));
    case "next":
      return text >= today && text < addDays(today, Number(first));
  }
}

/** The days a date condition spans, both included; an open end is undefined. For servers that take `from` and `through`. */
export function daysOf({ op, values }: Condition, today: Day): { from?: Day; through?: Day } {
  const [first = "", second = ""] = values;
  switch (op) {
    case "is":
      return { from: first, through: first };
    case "before":
      return { through: addDays(first, -1) };
    case "after":
      return { from: addDays(first, 1) };
    case "between":
      return { from: first, through: second };
    case "last":
      return { from: addDays(today, 1 - Number(first)), through: today };
    case "next":
      return { from: today, through: addDays(today, Number(first) - 1) };
    default:
      return {};
  }
}
