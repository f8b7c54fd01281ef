import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { cx } from "@/lib/cx";
import { Kbd } from "./Kbd";
import type { MenuContent, MenuItem } from "./Menu";
import { itemClass, popupClass } from "./popup";

export interface MenuPopupProps {
  anchor: HTMLElement;
  items: MenuContent;
  align: "start" | "end";
  /** Takes the focus when it closes; by default what it hangs on. */
  returnTo?: (() => HTMLElement | null) | undefined;
  onClose: () => void;
}

/** The open menu. Closing gives the focus back to what it hangs on. */
export default function MenuPopup({ anchor, items, align, returnTo, onClose }: MenuPopupProps) {
  return (
    <Base.Root defaultOpen onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup finalFocus={() => returnTo?.() ?? anchor} className={cx(popupClass, "min-w-44")}>
            {sections(items).map(({ heading, items: section }, at) => (
              <Base.Group key={heading ?? at} className={cx(at > 0 && "mt-1 border-t border-line pt-1")}>
                {heading && <Base.GroupLabel className="px-2 py-1 text-xs text-muted">{heading}</Base.GroupLabel>}
                {section.map((item) => (
                  <Item key={item.id} item={item} />
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item({ item }: { item: MenuItem }) {
  const inside = (
    <>
      {item.icon && <span className="flex size-4 items-center text-muted [&_svg]:size-4">{item.icon}</span>}
      <span className="flex-1">{item.label}</span>
      {item.keys && <Kbd keys={item.keys} />}
    </>
  );
  const look = cx(itemClass, item.danger && "text-bad");
  if (item.checked !== undefined)
    return (
      <Base.CheckboxItem className={look} checked={item.checked} onCheckedChange={item.onSelect} {...(item.disabled ? { disabled: true } : {})}>
        <span className="flex size-4 items-center">
          <Base.CheckboxItemIndicator>
            <Check aria-hidden className="size-4 text-accent-ink" />
          </Base.CheckboxItemIndicator>
        </span>
        {inside}
      </Base.CheckboxItem>
    );
  return (
    <Base.Item className={look} onClick={item.onSelect} {...(item.disabled ? { disabled: true } : {})}>
      {inside}
    </Base.Item>
  );
}

function sections(items: MenuContent) {
  const out: { heading?: string; items: MenuItem[] }[] = [];
  for (const item of items) {
    if (item === null) out.push({ items: [] });
    else if (typeof item === "string") out.push({ heading: item, items: [] });
    else (out.at(-1) ?? (out.push({ items: [] }), out[0]!)).items.push(item);
  }
  return out.filter((section) => section.items.length > 0);
}
