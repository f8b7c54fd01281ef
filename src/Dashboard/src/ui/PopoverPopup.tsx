import type { ReactNode } from "react";
import { Popover as Base } from "@base-ui/react/popover";
import { cx } from "@/lib/cx";

export interface PopoverPopupProps {
  anchor: Element;
  label?: string | undefined;
  align: "start" | "center" | "end";
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** The open popover. A press on what it hangs on is left to that. */
export default function PopoverPopup({ anchor, label, align, className, onClose, children }: PopoverPopupProps) {
  return (
    <Base.Root
      defaultOpen
      onOpenChange={(open, details) => {
        if (!open && !(details.reason === "outside-press" && anchor.contains(details.event.target as Node))) onClose();
        else if (!open) details.cancel();
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup finalFocus={() => focusableIn(anchor)} aria-label={label} className={cx("popup max-w-[var(--available-width)] p-3 text-sm outline-none", className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** What it hangs on, or the first thing in it that takes the focus. */
const focusableIn = (anchor: Element): HTMLElement | true => (anchor.matches("button, [tabindex]") ? (anchor as HTMLElement) : (anchor.querySelector<HTMLElement>("button, [tabindex]") ?? true));
