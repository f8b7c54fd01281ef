import { useFormats } from "@/i18n/formats";
import { readDecimal } from "@/lib/decimal";
import { useEffect, useState } from "react";
import { DatePicker } from "../DatePicker";
import { Input } from "../Input";
import { Select, type Option } from "../Select";
import type { Kind } from "./types";

/** One value of a kind as text on the wire: a day, decimal text, an option's value, or words. */
export function ValueInput({ kind, value, onChange, label, options, autoFocus, id }: {
  kind: Kind;
  value: string;
  onChange: (value: string) => void;
  label: string;
  options?: readonly Option[];
  autoFocus?: boolean;
  id?: string;
}) {
  if (kind === "date") return <DatePicker label={label} value={value || null} onChange={(day) => onChange(day ?? "")} {...(autoFocus ? { autoFocus } : {})} {...(id ? { id } : {})} />;
  if (kind === "choice") return <Select label={label} value={value || null} onChange={onChange} options={options ?? []} placeholder={label} />;
  if (kind === "text") return <Input aria-label={label} id={id} autoFocus={autoFocus} value={value} onChange={(event) => onChange(event.target.value)} />;
  return <DecimalInput {...{ value, onChange, label }} {...(autoFocus ? { autoFocus } : {})} />;
}

/** Typed in the person's way, kept as decimal text. */
function DecimalInput({ value, onChange, label, autoFocus }: { value: string; onChange: (value: string) => void; label: string; autoFocus?: boolean }) {
  const { locale } = useFormats();
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText((before) => ((readDecimal(before, locale) ?? "") === value ? before : value)), [value, locale]);
  return (
    <Input
      aria-label={label}
      placeholder={label}
      aria-invalid={wrong || undefined}
      inputMode="decimal"
      autoFocus={autoFocus}
      className="tabular text-right"
      value={text}
      onChange={(event) => {
        const read = readDecimal(event.target.value, locale);
        setText(event.target.value);
        setWrong(read === null && event.target.value.trim() !== "");
        onChange(read ?? "");
      }}
    />
  );
}
