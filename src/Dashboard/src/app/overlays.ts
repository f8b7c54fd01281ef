import { useSyncExternalStore } from "react";

/** What lies over the page: at most one. */
export type Overlay = "palette" | "help" | null;

let current: Overlay = null;
const listeners = new Set<() => void>();

export function show(next: Overlay): void {
  current = next;
  for (const listener of listeners) listener();
}

export const openHelp = () => show("help");
export const openPalette = () => show("palette");

export function useOverlay(): Overlay {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
