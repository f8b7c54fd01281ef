import type { ReactNode } from "react";
import { DateText } from "../DateText";
import { MoneyText } from "../MoneyText";
import { useFormats } from "@/i18n/formats";
import { optionsOf } from "./reading";
import type { CellValue, Column } from "./types";

export const isNumeric = (kind: Column<unknown>["kind"]) => kind === "money" || kind === "number";

/** A value as its kind looks. */
export function CellValueView<Row>({ value, column, row }: { value: CellValue; column: Column<Row, never>; row: Row }): ReactNode {
  const formats = useFormats();
  if (value === null || value === "") return null;
  if (typeof value === "object") return <MoneyText money={value} />;
  if (typeof value === "number") return <span data-numeric>{formats.number(value)}</span>;
  if (column.kind === "date") return <DateText day={value} />;
  if (column.kind === "choice") {
    const option = optionsOf(column, row).find((one) => one.value === value);
    return (
      <span className="inline-flex max-w-full items-center gap-1.5">
        {option?.mark}
        <span className="truncate">{option?.label ?? value}</span>
      </span>
    );
  }
  return <span className="truncate">{value}</span>;
}
