import type { ComponentProps, ReactNode } from "react";
import { LoaderCircle } from "lucide-react";
import { cx } from "@/lib/cx";

export type ButtonTone = "primary" | "secondary" | "ghost" | "danger";
const tones: Record<ButtonTone, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover border-transparent",
  secondary: "bg-surface text-ink border-line-strong hover:bg-hover",
  ghost: "bg-transparent text-ink border-transparent hover:bg-hover",
  danger: "bg-surface text-bad border-line-strong hover:bg-bad-soft",
};
const sizes = { sm: "h-7 px-2 text-table gap-1.5", md: "h-8 px-3 text-sm gap-2 pointer-coarse:h-10", icon: "size-8 justify-center pointer-coarse:size-10", iconSm: "size-7 justify-center" };

/** The look of a button, for links that act like one. */
export const buttonClass = (tone: ButtonTone = "secondary", size: keyof typeof sizes = "md") =>
  cx("inline-flex shrink-0 items-center rounded-md border font-medium whitespace-nowrap transition-colors duration-100 select-none aria-disabled:opacity-50 disabled:opacity-50", tones[tone], sizes[size]);

export interface ButtonProps extends ComponentProps<"button"> {
  tone?: ButtonTone;
  size?: keyof typeof sizes;
  icon?: ReactNode;
  /** Shows a spinner and takes no further click. */
  busy?: boolean;
}

export function Button({ tone, size, icon, busy, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} disabled={disabled || busy} aria-busy={busy || undefined} className={cx(buttonClass(tone, size), className)}>
      {busy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  );
}

/** A button that is only an icon; the label is what a screen reader says. */
export function IconButton({ label, size = "icon", tone = "ghost", ...rest }: Omit<ButtonProps, "children"> & { label: string }) {
  return <Button {...rest} tone={tone} size={size} aria-label={label} className={cx("text-muted hover:text-ink [&_svg]:size-4", rest.className)} />;
}
