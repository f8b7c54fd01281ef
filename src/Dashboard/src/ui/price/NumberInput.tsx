import { useState } from "react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isNegative, readDecimal, showDecimal } from "@/lib/decimal";
import { Field, Input } from "@/ui";
import { messages } from "./messages";

export interface NumberInputProps {
  label: string;
  /** As the server writes it; empty for none. */
  value: string;
  onChange: (value: string) => void;
  quiet?: boolean;
  optional?: boolean;
  hint?: string;
  /** It does not fit, as the server or whoever holds it says. */
  wrong?: boolean;
  /** What cannot be read is passed on as it is typed, and nothing for none: whoever holds it says what is missing. */
  passes?: boolean;
  className?: string;
}

const isPlain = (value: string) => /^\d+(\.\d+)?$/.test(value);

/** A number of at least nothing, typed as people of the language write it. What cannot be read stays as it is typed, with a word beside it. */
export function NumberInput({ label, value, onChange, quiet = false, optional = false, wrong = false, passes = false, hint, className }: NumberInputProps) {
  const t = useText(messages);
  const { locale } = useFormats();
  const [typed, setTyped] = useState(isPlain(value) ? showDecimal(value, locale, 0) : value);
  const read = typed.trim() === "" ? "" : readDecimal(typed, locale);
  const unreadable = read === null || (read === "" && !optional && (!passes || wrong)) || (read !== "" && isNegative(read));
  const example = showDecimal("0.25", locale, 0);
  return (
    <Field label={label} quiet={quiet} hint={hint} {...(optional ? { optional: t("optional") } : {})} error={unreadable ? t("notANumber", { example }) : wrong ? t("wrong") : undefined} {...(className ? { className } : {})}>
      <Input
        inputMode="decimal"
        className="tabular text-right"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = event.target.value.trim() === "" ? (optional ? "" : null) : readDecimal(event.target.value, locale);
          if (next !== null && !(next !== "" && isNegative(next))) onChange(next);
          else if (passes) onChange(event.target.value.trim());
        }}
      />
    </Field>
  );
}
