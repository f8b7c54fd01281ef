import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { textNow, useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { IconButton } from "./Button";
import { explain } from "./ErrorText";
import { messages } from "./messages";
import { undoStack, type Undoable } from "./undo";

type Kind = "done" | "info" | "error";
const manager = Base.createToastManager();

export interface ToastOptions {
  detail?: string;
  /** Milliseconds; 0 stays until it is closed. */
  timeout?: number;
  action?: { label: string; run: () => void };
}

function show(kind: Kind, title: string, { detail, timeout, action }: ToastOptions = {}): string {
  const id: string = manager.add({
    title,
    type: kind,
    timeout: timeout ?? (kind === "error" ? 10_000 : 5_000),
    priority: kind === "error" ? "high" : "low",
    ...(detail ? { description: detail } : {}),
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              manager.close(id);
              action.run();
            },
          },
        }
      : {}),
  });
  return id;
}

/** Short news at the edge of the page, read out to screen readers. */
export const toast = {
  done: (title: string, options?: ToastOptions) => show("done", title, options),
  info: (title: string, options?: ToastOptions) => show("info", title, options),
  /** From a text or from whatever was thrown. */
  error: (error: unknown, options?: ToastOptions) => {
    const told = typeof error === "string" ? { title: error, detail: "" } : explain(error);
    return show("error", told.title, { detail: told.detail, ...options });
  },
  close: (id: string) => manager.close(id),
};

/** Says what was done and offers to take it back, by button or by Z. */
export function toastUndo(entry: Undoable, options: ToastOptions = {}): void {
  const id = undoStack.push(entry);
  show("done", entry.label, { timeout: 8_000, ...options, action: { label: textNow(messages)("undo"), run: () => void undo(id) } });
}

/** Takes back the newest thing, or the one named. */
export async function undo(id?: number): Promise<void> {
  const entry = undoStack.take(id);
  if (!entry) return;
  const t = textNow(messages);
  try {
    await entry.undo();
    show("info", t("undone"), { detail: entry.label, timeout: 3_000 });
  } catch (error) {
    const told = explain(error);
    show("error", t("undoFailed"), { detail: `${told.title} ${told.detail}`.trim() });
  }
}

const icons = { done: <CircleCheck className="text-good" />, info: <Info className="text-open" />, error: <CircleAlert className="text-bad" /> };

/** The place where toasts appear. Once, in the shell. */
export function Toasts() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="fixed right-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] left-3 z-60 flex flex-col items-end gap-2 outline-none sm:right-4 sm:bottom-4 sm:left-auto sm:w-96">
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function List() {
  const { toasts } = Base.useToastManager();
  const t = useText(messages);
  return toasts.map((one) => (
    <Base.Root
      key={one.id}
      toast={one}
      swipeDirection={["right", "down"]}
      className={cx("popup w-full translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) data-limited:hidden")}
    >
      <Base.Content className="flex items-start gap-3 p-3 pr-2">
        <span aria-hidden className="mt-0.5 [&_svg]:size-4">
          {icons[(one.type ?? "info") as Kind]}
        </span>
        <div className="min-w-0 flex-1">
          <Base.Title className="text-sm font-medium" />
          <Base.Description className="text-table text-muted" />
        </div>
        {one.actionProps && <Base.Action className="h-7 shrink-0 rounded-md border border-line-strong px-2 text-table font-medium hover:bg-hover" />}
        <Base.Close render={<IconButton label={t("dismiss")} size="iconSm" icon={<X aria-hidden />} />} />
      </Base.Content>
    </Base.Root>
  ));
}
