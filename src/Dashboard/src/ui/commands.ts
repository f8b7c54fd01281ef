import { useEffect, useEffectEvent, useSyncExternalStore, type ReactNode } from "react";

/** An action for the palette. */
export interface Command {
  id: string;
  label: string;
  icon?: ReactNode;
  keys?: string;
  /** More words that find it. */
  words?: string;
  run: () => void;
}

let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Command[]): void {
  commands = next;
  for (const listener of listeners) listener();
}

export function useCommandList(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => commands,
  );
}

/** Puts an action into the palette for as long as the component is there. */
export function useCommand(command: Command, enabled = true): void {
  const latest = useEffectEvent(command.run);
  const { id, label, keys, words, icon } = command;
  useEffect(() => {
    if (!enabled) return;
    const entry: Command = { id, label, run: () => latest(), ...(keys ? { keys } : {}), ...(words ? { words } : {}), ...(icon ? { icon } : {}) };
    change([...commands.filter((one) => one.id !== id), entry]);
    return () => change(commands.filter((one) => one !== entry));
    // The icon is a fresh element on every render and never matters for identity.
  }, [id, label, keys, words, enabled]);
}
