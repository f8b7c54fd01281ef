import { useSyncExternalStore } from "react";
import type { DateFormat } from "./dates";

/** What a person chose for this browser. Absent means: follow the system or the organisation. */
export interface Preferences {
  theme?: "light" | "dark";
  language?: "en" | "de";
  dateFormat?: DateFormat;
  sidebar?: "icons";
  shortcuts?: "off";
}

const key = "billing.preferences";
const listeners = new Set<() => void>();
let current: Preferences = read();

function read(): Preferences {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Preferences;
  } catch {
    return {};
  }
}

function apply(): void {
  const root = document.documentElement;
  const dark = current.theme === "dark" || (current.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";
  if (current.sidebar) root.dataset.sidebar = current.sidebar;
  else delete root.dataset.sidebar;
  for (const listener of listeners) listener();
}

/** Sets what is given; `undefined` goes back to the default. */
export function prefer(change: Preferences): void {
  current = JSON.parse(JSON.stringify({ ...current, ...change })) as Preferences;
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply();
}

export const preferences = () => current;

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, preferences);
}

/** The theme that is shown: the one chosen, else the system's, also when that changes. */
export const useShownTheme = () => useSyncExternalStore(onPreferences, () => document.documentElement.dataset.theme);

/** Hears of every choice; returns how to stop. */
export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the system's theme and the choices made in another tab. Call once. */
export function followPreferences(): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    current = read();
    apply();
  });
  apply();
}
