import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { preferences } from "@/lib/preferences";

/** One shortcut: `mod+k`, `c`, `?`, or a sequence `g b`. */
export interface Shortcut {
  keys: string;
  label: string;
  /** Heading in the help. */
  group?: string;
  /** Several ways to press the same thing. */
  also?: string;
  run: (event: KeyboardEvent) => void;
}

/** How a key event is written. Shift counts only where it does not make the character itself. */
export function chordOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase().replace("arrow", "");
  const letter = /^[a-z]$/.test(key);
  return [event.ctrlKey || event.metaKey ? "mod" : "", event.altKey ? "alt" : "", event.shiftKey && (letter || key.length > 1) ? "shift" : "", key].filter(Boolean).join("+");
}

/** Remembers the first key of a sequence for a second. */
export class Sequence {
  private first: { chord: string; at: number } | null = null;

  /** The written forms to look for, the longer first. `at` in milliseconds. */
  press(chord: string, at: number): string[] {
    const before = this.first && at - this.first.at <= 1_000 ? this.first.chord : null;
    this.first = { chord, at };
    return before ? [`${before} ${chord}`, chord] : [chord];
  }

  clear(): void {
    this.first = null;
  }
}

let shortcuts: readonly Shortcut[] = [];
const listeners = new Set<() => void>();
const sequence = new Sequence();

function change(next: readonly Shortcut[]): void {
  shortcuts = next;
  for (const listener of listeners) listener();
}

/** All that work now; of two with the same keys the one that came last. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shortcuts,
  );
}

/** A shortcut for as long as the component is there and `enabled`. */
export function useShortcut({ keys, label, group, also, run, enabled = true }: Shortcut & { enabled?: boolean }): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    const entry: Shortcut = { keys, label, ...(group ? { group } : {}), ...(also ? { also } : {}), run: (event) => latest(event) };
    change([...shortcuts, entry]);
    return () => change(shortcuts.filter((one) => one !== entry));
  }, [keys, label, group, also, enabled]);
}

const inside = (target: EventTarget | null, selector: string) => target instanceof Element && target.closest(selector) !== null;
const typing = (target: EventTarget | null) => inside(target, "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=textbox], [role=combobox]");
const popups = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Listens for the whole page. Keys without Ctrl rest while one types or a dialog is open, and when they are switched off. */
export function listenToShortcuts(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
    const chord = chordOf(event);
    const bare = !chord.includes("mod+");
    if (bare && (preferences().shortcuts === "off" || chord.includes("alt+"))) return sequence.clear();
    // While one types, taking back belongs to the field.
    if ((bare || chord === "mod+z") && (typing(event.target) || inside(event.target, popups))) return sequence.clear();
    for (const written of sequence.press(chord, event.timeStamp)) {
      const found = shortcuts.findLast((one) => one.keys === written || one.also === written);
      if (!found) continue;
      event.preventDefault();
      sequence.clear();
      found.run(event);
      return;
    }
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
