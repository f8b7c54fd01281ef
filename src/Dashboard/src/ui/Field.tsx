import type { ReactNode } from "react";
import { Field as Base } from "@base-ui/react/field";
import { cx } from "@/lib/cx";

export interface FieldProps {
  label: string;
  children: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The label is read out but not shown. */
  quiet?: boolean;
  optional?: string;
  className?: string;
}

/** A label, its control, a hint and what is wrong: tied together for screen readers. */
export function Field({ label, children, hint, error, quiet, optional, className }: FieldProps) {
  return (
    <Base.Root invalid={Boolean(error)} className={cx("flex min-w-0 flex-col gap-1", className)}>
      <Base.Label className={quiet ? "sr-only" : "text-table font-medium"}>
        {label}
        {optional && <span className="ml-1 font-normal text-muted">({optional})</span>}
      </Base.Label>
      {children}
      {hint && !error && <Base.Description className="text-xs text-muted">{hint}</Base.Description>}
      {error && (
        <Base.Error match className="text-xs text-bad">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}

/** Fields that belong together, two beside each other where there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">{children}</div>;
