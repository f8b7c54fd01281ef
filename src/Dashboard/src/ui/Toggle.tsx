import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { Check, Minus } from "lucide-react";
import { cx } from "@/lib/cx";

export interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean, event?: Event) => void;
  label: string;
  /** Shows the label beside the box; else it is only read out. */
  visible?: boolean;
  mixed?: boolean;
  disabled?: boolean;
  tabIndex?: number;
}

export function Checkbox({ checked, onChange, label, visible, mixed, disabled, tabIndex }: CheckboxProps) {
  const box = (
    <BaseCheckbox.Root
      checked={checked}
      indeterminate={mixed ?? false}
      disabled={disabled ?? false}
      onCheckedChange={(next, details) => onChange(next, details.event)}
      {...(visible ? {} : { "aria-label": label })}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      className="flex size-4 shrink-0 items-center justify-center rounded border border-line-strong bg-surface data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent"
    >
      <BaseCheckbox.Indicator className="text-on-accent">{mixed ? <Minus aria-hidden className="size-3" strokeWidth={3} /> : <Check aria-hidden className="size-3" strokeWidth={3} />}</BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  return visible ? (
    <label className="inline-flex min-h-6 items-center gap-2">
      {box}
      {label}
    </label>
  ) : (
    box
  );
}

export function Switch({ checked, onChange, label, hint, disabled = false }: { checked: boolean; onChange: (checked: boolean) => void; label: string; hint?: string; disabled?: boolean }) {
  return (
    <label className="flex items-start gap-3">
      <BaseSwitch.Root checked={checked} disabled={disabled} onCheckedChange={(next) => onChange(next)} className={cx("mt-0.5 flex h-5 w-9 shrink-0 rounded-full border border-line-strong bg-pressed p-px data-checked:border-accent data-checked:bg-accent")}>
        <BaseSwitch.Thumb className="size-4 rounded-full bg-white shadow-sm transition-transform duration-100 data-checked:translate-x-4" />
      </BaseSwitch.Root>
      <span>
        <span className="block">{label}</span>
        {hint && <span className="block text-table text-muted">{hint}</span>}
      </span>
    </label>
  );
}
