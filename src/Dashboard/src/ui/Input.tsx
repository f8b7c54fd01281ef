import type { ComponentProps, ReactNode } from "react";
import { Input as BaseInput } from "@base-ui/react/input";
import { Search, X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { messages } from "./messages";

/** The look of everything one types into. */
export const controlClass =
  "h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink placeholder:text-faint pointer-coarse:h-10 pointer-coarse:text-base " +
  "focus:border-accent-ink focus:outline-2 focus:outline-offset-[-1px] focus:outline-accent-ink data-invalid:border-bad aria-invalid:border-bad disabled:bg-hover disabled:text-muted";

export function Input({ className, ...rest }: ComponentProps<typeof BaseInput> & { className?: string }) {
  return <BaseInput autoComplete="off" {...rest} className={cx(controlClass, className)} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <BaseInput {...(rest as object)} render={<textarea rows={rest.rows ?? 3} />} className={cx(controlClass, "h-auto py-1.5 pointer-coarse:h-auto", className)} />;
}

/** Text with something fixed beside it, such as a currency. */
export function InputWith({ after, ...rest }: ComponentProps<typeof Input> & { after: ReactNode }) {
  return (
    <div className="relative">
      <Input {...rest} className={cx("pr-12", rest.className)} />
      <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-xs text-muted">{after}</span>
    </div>
  );
}

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
