import type { ReactNode } from "react";
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { cx } from "@/lib/cx";
import { controlClass } from "./control";
import { itemClass, popupClass } from "./popup";

export interface Option<V extends string = string> {
  value: V;
  label: string;
  /** Shown before the label: an icon or a coloured dot. */
  mark?: ReactNode;
  hint?: string;
  disabled?: boolean;
}


export interface SelectProps<V extends string> {
  value: V | null;
  onChange: (value: V) => void;
  options: readonly Option<V>[];
  placeholder?: string;
  /** Needed where no Field labels it. */
  label?: string;
  disabled?: boolean;
  className?: string;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export function Select<V extends string>({ value, onChange, options, placeholder, label, disabled, className, ...open }: SelectProps<V>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Base.Root<V> {...open} items={options} value={value} onValueChange={(next) => next !== null && onChange(next)} {...(disabled ? { disabled } : {})}>
      <Base.Trigger aria-label={label} className={cx(controlClass, "flex items-center gap-2 text-left", className)}>
        {chosen?.mark}
        <Base.Value className="min-w-0 flex-1 truncate data-placeholder:text-faint" placeholder={placeholder} />
        <Base.Icon className="text-faint">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className={cx(popupClass, "min-w-[var(--anchor-width)]")}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} {...(option.disabled ? { disabled: true } : {})} className={itemClass}>
                {option.mark}
                <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                {option.hint && <span className="text-xs text-muted">{option.hint}</span>}
                <Base.ItemIndicator className="text-accent-ink">
                  <Check aria-hidden className="size-4" />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
