import { useText } from "@/i18n/messages";
import { Select } from "@/ui";
import { importColumns, neededColumns, type ImportColumn } from "./columns";
import { messages } from "./messages";

/** Stands for "no column" in the list; a column of this name does not exist. */
const NONE = " none";

interface MappingProps {
  columns: readonly string[];
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
  disabled?: boolean;
  /** While columns are missing: those. The others are found by their names unless one is chosen. */
  missing?: readonly string[];
}

/** Which column of the file each of ours is read from; an empty text leaves one out. */
export function Mapping({ columns, mapping, onChange, disabled, missing }: MappingProps) {
  const t = useText(messages);
  const taken = new Set(Object.values(mapping));
  const choose = (name: ImportColumn, column: string) => {
    const { [name]: _, ...others } = mapping;
    onChange(column !== NONE ? { ...mapping, [name]: column } : missing ? others : { ...mapping, [name]: "" });
  };
  const none = (name: ImportColumn) => (missing === undefined ? t("notThere") : missing.includes(name) ? t("chooseColumn") : t("asFound"));
  return (
    <dl className="flex flex-col gap-1.5">
      {importColumns.map((name: ImportColumn) => (
        <div key={name} className="grid grid-cols-[6.5rem_1fr] items-center gap-2">
          <dt className="text-table text-muted">
            {t(`column_${name}`)}
            {neededColumns.includes(name) && <span aria-label={t("needed")}> *</span>}
          </dt>
          <dd>
            <Select
              label={t(`column_${name}`)}
              value={mapping[name] || NONE}
              disabled={disabled ?? false}
              onChange={(column) => choose(name, column)}
              options={[{ value: NONE, label: none(name) }, ...columns.map((column) => ({ value: column, label: column, disabled: taken.has(column) && mapping[name] !== column }))]}
              className={mapping[name] ? "" : "text-faint"}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
