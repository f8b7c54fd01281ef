import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { cx } from "@/lib/cx";

export interface ChoiceProps<V extends string> {
  value: V;
  onChange: (value: V) => void;
  label: string;
  options: readonly { value: V; label: string; hint?: string }[];
  className?: string;
}

/** One of a few, each with room for a word of explanation. */
export function Choice<V extends string>({ value, onChange, label, options, className }: ChoiceProps<V>) {
  return (
    <RadioGroup value={value} onValueChange={(next) => onChange(next as V)} aria-label={label} className={cx("grid grid-cols-1 gap-2 phone:grid-cols-2", className)}>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx("flex items-start gap-2.5 rounded-md border px-3 py-2", option.value === value ? "border-accent-ink bg-accent-soft" : "border-line-strong bg-surface hover:bg-hover")}
        >
          <Radio.Root value={option.value} className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface data-checked:border-accent data-checked:bg-accent">
            <Radio.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </Radio.Root>
          <span className="min-w-0">
            <span className="block text-sm font-medium">{option.label}</span>
            {option.hint && <span className="block text-xs text-muted">{option.hint}</span>}
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
