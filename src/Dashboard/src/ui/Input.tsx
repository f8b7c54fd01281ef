import type { ComponentProps, ReactNode } from "react";
import { Input as BaseInput } from "@base-ui/react/input";
import { cx } from "@/lib/cx";
import { controlClass } from "./control";

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
