import { cloneElement, Suspense, useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from "react";
import { late } from "@/lib/late";

const TooltipPopup = late(() => import("./TooltipPopup"));
const DELAY = 400;

/** A word about something that has its own name already; never the only place where something is said. Escape hides it. */
export function Tooltip({ text, side = "top", children }: { text: ReactNode; side?: "top" | "right" | "bottom" | "left"; children: ReactElement }) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const show = (at: Element, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(at), delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!anchor) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [anchor]);
  return (
    <>
      {cloneElement(children as ReactElement<Record<string, unknown>>, {
        onPointerEnter: (event: React.PointerEvent) => event.pointerType === "mouse" && show(event.currentTarget, DELAY),
        onPointerLeave: hide,
        onPointerDown: hide,
        onFocus: (event: React.FocusEvent) => event.currentTarget.matches(":focus-visible") && show(event.currentTarget, DELAY),
        onBlur: hide,
        "aria-describedby": anchor ? id : undefined,
      })}
      {anchor && (
        <Suspense fallback={null}>
          <TooltipPopup anchor={anchor} side={side} id={id}>
            {text}
          </TooltipPopup>
        </Suspense>
      )}
    </>
  );
}
