import { useEffect, useRef, type RefObject } from "react";
import { ChevronRight } from "lucide-react";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** How much of the table lies to the right of what is seen, in pixels. */
export const hiddenRight = ({ scrollWidth, scrollLeft, clientWidth }: Pick<HTMLElement, "scrollWidth" | "scrollLeft" | "clientWidth">) => Math.max(0, scrollWidth - scrollLeft - clientWidth);

/** A shade at the right edge, and a way there, for as long as columns lie beyond it. The keyboard goes there by arrows. */
export function MoreColumns({ scroller, width }: { scroller: RefObject<HTMLElement | null>; width: string }) {
  const t = useText(messages);
  const shade = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const table = scroller.current!;
    const look = () => shade.current && (shade.current.hidden = hiddenRight(table) <= 8);
    const resized = new ResizeObserver(look);
    resized.observe(table);
    table.addEventListener("scroll", look, { passive: true });
    look();
    return () => {
      resized.disconnect();
      table.removeEventListener("scroll", look);
    };
  }, [scroller, width]);
  return (
    <div ref={shade} hidden aria-hidden className="pointer-events-none absolute inset-y-0 right-0 z-[11] w-10 bg-linear-to-l from-black/8 to-transparent dark:from-black/40">
      <button
        type="button"
        tabIndex={-1}
        title={t("moreColumns")}
        onClick={() => scroller.current?.scrollBy({ left: scroller.current.clientWidth / 2 })}
        className="pointer-events-auto absolute top-1.5 right-1.5 flex size-6 items-center justify-center rounded border border-line-strong bg-surface text-muted hover:text-ink"
      >
        <ChevronRight className="size-3.5" />
      </button>
    </div>
  );
}
