import { useRef } from "react";

/** True from the first time something opens: before that, what it is made of need not be there; after it, it may close with its motion. */
export function useOnceOpen(open: boolean): boolean {
  const once = useRef(false);
  once.current ||= open;
  return once.current;
}
