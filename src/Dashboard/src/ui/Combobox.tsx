import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { controlClass } from "./control";
import { messages } from "./messages";
import { itemClass, popupClass } from "./popup";
import type { Option } from "./Select";

export interface ComboboxProps<V extends string> {
  value: V | null;
  onChange: (value: V | null) => void;
  options: readonly Option<V>[];
  placeholder?: string;
  label?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  className?: string;
  /** Hears what is typed, where the options come from a search of the server: they are then shown as they come. */
  onType?: (text: string) => void;
}

/** A select one can type into: for lists too long to read. */
export function Combobox<V extends string>({ value, onChange, options, placeholder, label, disabled, autoFocus, className, onType }: ComboboxProps<V>) {
  const t = useText(messages);
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root items={options} value={chosen} onValueChange={(next: Option<V> | null) => onChange(next?.value ?? null)} {...(disabled ? { disabled } : {})} {...(onType ? { filter: null, onInputValueChange: (text: string) => onType(text === chosen?.label ? "" : text) } : {})}>
      <div className={cx("relative", className)}>
        <Base.Input aria-label={label} autoFocus={autoFocus ?? false} placeholder={placeholder ?? t("search")} className={cx(controlClass, "pr-8")} />
        <Base.Trigger aria-label={label ?? t("search")} tabIndex={-1} className="absolute inset-y-0 right-1 my-auto flex size-6 items-center justify-center rounded text-faint hover:text-ink">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup className={cx(popupClass, "min-w-[var(--anchor-width)]")}>
            <Base.Empty className="px-2 py-2 text-muted empty:hidden">{t("nothingFound")}</Base.Empty>
            <Base.List>
              {(option: Option<V>) => (
                <Base.Item key={option.value} value={option} className={itemClass}>
                  {option.mark}
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.hint && <span className="text-xs text-muted">{option.hint}</span>}
                  <Base.ItemIndicator className="text-accent-ink">
                    <Check aria-hidden className="size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
