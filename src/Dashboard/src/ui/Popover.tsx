import type { ReactElement, ReactNode } from "react";
import { Popover as Base } from "@base-ui/react/popover";
import { cx } from "@/lib/cx";

export interface PopoverProps {
  trigger?: ReactElement;
  /** Where it hangs, if not on its trigger. */
  anchor?: Element | null;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  label?: string;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}

export function Popover({ trigger, anchor, open, onOpenChange, label, align = "start", className, children }: PopoverProps) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}>
      {trigger && <Base.Trigger render={trigger as ReactElement<Record<string, unknown>>} />}
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} {...(anchor ? { anchor } : {})} className="z-50 outline-none">
          <Base.Popup aria-label={label} className={cx("popup max-w-[var(--available-width)] p-3 text-sm outline-none", className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
