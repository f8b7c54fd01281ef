import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";

/**
 * Moves lines of a list by their handle: dragged with mouse, pen or finger, or with the arrow keys. `move` is called while it happens;
 * the list answers with the new order.
 */
export function useReorder(move: (from: number, to: number) => void) {
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const under = (y: number) => {
    const lines = [...(list.current?.children ?? [])];
    return lines.findIndex((line) => {
      const box = line.getBoundingClientRect();
      return y >= box.top && y < box.bottom;
    });
  };
  const handle = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(index);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (dragged === null) return;
      const to = under(event.clientY);
      if (to < 0 || to === dragged) return;
      move(dragged, to);
      setDragged(to);
    },
    onPointerUp: () => setDragged(null),
    onPointerCancel: () => setDragged(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (step === 0) return;
      event.preventDefault();
      move(index, index + step);
    },
  });
  return { list, dragged, handle };
}
