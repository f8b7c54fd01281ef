import { cloneElement, Suspense, useState, type MouseEvent, type ReactElement, type ReactNode } from "react";
import { late } from "@/lib/late";

const PopoverPopup = late(() => import("./PopoverPopup"));

export interface PopoverProps {
  trigger?: ReactElement;
  /** Where it hangs, if not on its trigger. */
  anchor?: Element | null;
  /** Absent: the popover keeps this itself. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  label?: string;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}

/** A small panel that hangs on something; the page behind stays in use. */
export function Popover({ trigger, anchor, open, onOpenChange, label, align = "start", className, children }: PopoverProps) {
  const [own, setOwn] = useState(false);
  const [pressed, setPressed] = useState<HTMLElement | null>(null);
  const shown = open ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const at = anchor ?? pressed;
  const given = trigger?.props as { onClick?: (event: MouseEvent<HTMLElement>) => void } | undefined;
  return (
    <>
      {trigger &&
        cloneElement(trigger as ReactElement<Record<string, unknown>>, {
          "aria-haspopup": "dialog",
          "aria-expanded": shown,
          ref: setPressed,
          onClick: (event: MouseEvent<HTMLElement>) => {
            given?.onClick?.(event);
            change(!shown);
          },
        })}
      {shown && at && (
        <Suspense fallback={null}>
          <PopoverPopup anchor={at} label={label} align={align} className={className} onClose={() => change(false)}>
            {children}
          </PopoverPopup>
        </Suspense>
      )}
    </>
  );
}
