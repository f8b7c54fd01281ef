import type { ComponentProps } from "react";
import { Search, X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { controlClass } from "./control";
import { messages } from "./messages";

export interface SearchInputProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
  label: string;
}

export function SearchInput({ value, onChange, label, className, ...rest }: SearchInputProps) {
  const t = useText(messages);
  return (
    <div className={cx("relative", className)}>
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint" />
      <input
        {...rest}
        type="text"
        role="searchbox"
        autoComplete="off"
        aria-label={label}
        placeholder={rest.placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event);
          if (event.key === "Escape" && value) {
            event.stopPropagation();
            onChange("");
          } else if (event.key === "Escape") event.currentTarget.blur();
        }}
        className={cx(controlClass, "pl-8", value && "pr-8")}
      />
      {value && (
        <button type="button" aria-label={t("clear")} onClick={() => onChange("")} className="absolute inset-y-0 right-1 my-auto flex size-6 items-center justify-center rounded text-faint hover:text-ink">
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
