import { textNow } from "@/i18n/messages";
import { explain } from "./explain";
import { messages } from "./messages";
import { undoStack, type Undoable } from "./undo";

type Kind = "done" | "info" | "error";

export interface ToastOptions {
  detail?: string;
  /** Milliseconds; 0 stays until it is closed. */
  timeout?: number;
  action?: { label: string; run: () => void };
}
export interface Told extends ToastOptions {
  id: string;
  kind: Kind;
  title: string;
  timeout: number;
}

// What is said before the place for it is there waits.
let waiting: Told[] = [];
let place: { show: (told: Told) => void; close: (id: string) => void } | null = null;
let next = 1;

/** The place where toasts appear takes over what was said so far; returns how to leave. */
export function hearToasts(show: (told: Told) => void, close: (id: string) => void): () => void {
  place = { show, close };
  waiting.forEach(show);
  waiting = [];
  return () => {
    place = null;
  };
}

function say(kind: Kind, title: string, options: ToastOptions = {}): string {
  const told: Told = { ...options, id: `toast-${next++}`, kind, title, timeout: options.timeout ?? (kind === "error" ? 10_000 : 5_000) };
  if (place) place.show(told);
  else waiting.push(told);
  return told.id;
}

/** Short news at the edge of the page, read out to screen readers. */
export const toast = {
  done: (title: string, options?: ToastOptions) => say("done", title, options),
  info: (title: string, options?: ToastOptions) => say("info", title, options),
  /** From a text or from whatever was thrown. */
  error: (error: unknown, options?: ToastOptions) => {
    const told = typeof error === "string" ? { title: error, detail: "" } : explain(error);
    return say("error", told.title, { detail: told.detail, ...options });
  },
  close: (id: string) => {
    waiting = waiting.filter((told) => told.id !== id);
    place?.close(id);
  },
};

/** Says what was done and offers to take it back, by button or by Z. */
export function toastUndo(entry: Undoable, options: ToastOptions = {}): void {
  const id = undoStack.push(entry);
  say("done", entry.label, { timeout: 8_000, ...options, action: { label: textNow(messages)("undo"), run: () => void undo(id) } });
}

/** Takes back the newest thing, or the one named. */
export async function undo(id?: number): Promise<void> {
  const entry = undoStack.take(id);
  if (!entry) return;
  const t = textNow(messages);
  try {
    await entry.undo();
    say("info", t("undone"), { detail: entry.label, timeout: 3_000 });
  } catch (error) {
    const told = explain(error);
    say("error", t("undoFailed"), { detail: `${told.title} ${told.detail}`.trim() });
  }
}

