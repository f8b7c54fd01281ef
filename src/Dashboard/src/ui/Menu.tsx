import { cloneElement, Suspense, useState, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode } from "react";
import { late } from "@/lib/late";

const MenuPopup = late(() => import("./MenuPopup"));

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  /** With a value this is a tick box that leaves the menu open. */
  checked?: boolean;
  onSelect: () => void;
}
/** Items; a text is a heading, `null` a line. */
export type MenuContent = readonly (MenuItem | string | null)[];

export interface MenuProps {
  trigger: ReactElement;
  items: MenuContent | (() => MenuContent);
  align?: "start" | "end";
  /** Takes the focus when it closes; by default the trigger. */
  returnTo?: () => HTMLElement | null;
}

/** A button and the list it opens. What the list is made of comes when it is first opened. */
export function Menu({ trigger, items, align = "start", returnTo }: MenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const given = trigger.props as { onClick?: (event: MouseEvent<HTMLElement>) => void; onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void };
  return (
    <>
      {cloneElement(trigger as ReactElement<Record<string, unknown>>, {
        "aria-haspopup": "menu",
        "aria-expanded": anchor !== null,
        "data-popup-open": anchor ? "" : undefined,
        onClick: (event: MouseEvent<HTMLElement>) => {
          given.onClick?.(event);
          setAnchor(event.currentTarget);
        },
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          given.onKeyDown?.(event);
          if (event.key !== "ArrowDown" || event.defaultPrevented) return;
          event.preventDefault();
          event.stopPropagation();
          setAnchor(event.currentTarget);
        },
      })}
      {anchor && (
        <Suspense fallback={null}>
          <MenuPopup anchor={anchor} items={typeof items === "function" ? items() : items} align={align} returnTo={returnTo} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
