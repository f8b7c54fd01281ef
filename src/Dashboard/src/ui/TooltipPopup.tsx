import type { ReactNode } from "react";
import { Tooltip as Base } from "@base-ui/react/tooltip";

/** The word itself, for as long as it is there. */
export default function TooltipPopup({ anchor, side, id, children }: { anchor: Element; side: "top" | "right" | "bottom" | "left"; id: string; children: ReactNode }) {
  return (
    <Base.Root open>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side={side} sideOffset={6} className="pointer-events-none z-50">
          <Base.Popup id={id} role="tooltip" className="popup flex max-w-72 items-center gap-2 px-2 py-1 text-xs">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
