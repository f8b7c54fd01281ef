import type { ComponentProps } from "react";
import { cx } from "@/lib/cx";
import { Input } from "./Input";

/** Six digits of a device; browsers offer the one that just came. */
export function CodeInput({ className, onValue, ...rest }: Omit<ComponentProps<typeof Input>, "onChange"> & { onValue: (code: string) => void }) {
  return (
    <Input
      {...rest}
      autoComplete="one-time-code"
      inputMode="numeric"
      pattern="[0-9 ]*"
      maxLength={7}
      onChange={(event) => onValue(event.target.value.replace(/\D/g, "").slice(0, 6))}
      className={cx("tabular h-10! max-w-48 text-center font-mono text-lg! tracking-[0.3em]", className)}
    />
  );
}
