import { useState } from "react";
import { useText } from "@/i18n/messages";
import { Button } from "../Button";
import { Input } from "../Input";
import { Select } from "../Select";
import { Checkbox } from "../Toggle";
import { isComplete, operatorsOf, valuesOf, type Condition, type Operator } from "./conditions";
import { messages } from "./messages";
import type { Column } from "./types";
import { ValueInput } from "./ValueInput";

/** The form of one filter: operator and values, fit for the column's kind. */
export function FilterEditor<Row>({ column, condition, onApply, onClose }: { column: Column<Row, never>; condition: Condition | undefined; onApply: (condition: Condition) => void; onClose: () => void }) {
  const t = useText(messages);
  const operators = operatorsOf(column.kind, column.filter?.operators);
  const [op, setOp] = useState<Operator>(condition?.op ?? operators[0]!);
  const [values, setValues] = useState<readonly string[]>(condition?.values ?? []);
  const draft: Condition = { column: column.id, op, values: valuesOf(op, column.kind) === 0 ? [] : values };
  const set = (at: number, value: string) => setValues((before) => Object.assign([...before], { [at]: value }));
  const options = column.filter?.options ?? [];
  const count = valuesOf(op, column.kind);

  return (
    <form
      className="flex w-64 flex-col gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!isComplete(draft, column.kind)) return;
        onApply(draft);
        onClose();
      }}
    >
      <p className="text-table font-medium">{column.header}</p>
      {operators.length > 1 && <Select label={t("condition")} value={op} onChange={setOp} options={operators.map((one) => ({ value: one, label: t(one) }))} />}
      {count === Infinity &&
        (column.filter?.single ? (
          <ValueInput kind="choice" label={t("value")} value={values[0] ?? ""} onChange={(value) => setValues([value])} options={options} />
        ) : (
          <div role="group" aria-label={t("value")} className="flex max-h-56 flex-col gap-1 overflow-y-auto py-0.5 pl-0.5">
            {options.map((option) => (
              <Checkbox key={option.value} visible checked={values.includes(option.value)} label={option.label} onChange={(on) => setValues(on ? [...values, option.value] : values.filter((one) => one !== option.value))} />
            ))}
          </div>
        ))}
      {op === "last" || op === "next" ? (
        <Input autoFocus type="number" min={1} max={3650} aria-label={t("numberOfDays")} value={values[0] ?? ""} onChange={(event) => set(0, event.target.value.replace(/\D/g, ""))} />
      ) : (
        count >= 1 && count !== Infinity && <ValueInput autoFocus={column.kind !== "choice"} kind={column.kind} label={count === 2 ? t("from") : t("value")} value={values[0] ?? ""} onChange={(value) => set(0, value)} options={options} />
      )}
      {count === 2 && <ValueInput kind={column.kind} label={t("to")} value={values[1] ?? ""} onChange={(value) => set(1, value)} options={options} />}
      <div className="flex justify-end">
        <Button type="submit" tone="primary" size="sm" disabled={!isComplete(draft, column.kind)}>
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}
