import { Suspense, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { CalendarDays } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { readDay } from "@/lib/dates";
import { readDecimal } from "@/lib/decimal";
import { late } from "@/lib/late";
import { Calendar } from "../Calendar";
import { Popover } from "../Popover";
import { messages as uiMessages } from "../messages";
import { isNumeric } from "./CellValueView";
import { stepped } from "./steps";
import type { Column } from "./types";

/** Where one goes after writing. */
export type After = "down" | "up" | "next" | "previous" | "stay" | "leave";

export interface CellEditorProps<Row> {
  row: Row;
  column: Column<Row, never>;
  /** What stands there to begin with. */
  text: string;
  /** Select it all, or go on behind it (when typing began the edit). */
  append: boolean;
  onCommit: (text: string, after: After) => void;
  onCancel: () => void;
}

export const editorClass = "absolute inset-0 z-10 size-full bg-surface px-2.5 text-table text-ink outline-2 outline-offset-[-2px] outline-accent-ink";

/** Enter writes and goes down, Tab writes and goes on, Escape leaves all as it was. */
function keys(event: KeyboardEvent, commit: (after: After) => void, cancel: () => void): void {
  // Enter and Escape of an input method are its own.
  if (event.nativeEvent.isComposing) return void event.stopPropagation();
  const after: Record<string, After> = { Enter: event.shiftKey ? "up" : "down", Tab: event.shiftKey ? "previous" : "next" };
  if (event.key === "Escape") cancel();
  else if (after[event.key] && !event.altKey) commit(after[event.key]!);
  else return void event.stopPropagation();
  event.preventDefault();
  event.stopPropagation();
}

type Choices = typeof import("./ChoiceEditor").default;
let loaded: Choices | null = null;
const load = () => import("./ChoiceEditor").then((part) => ((loaded = part.default), part));
const LateChoices = late(load as unknown as () => Promise<{ default: Choices }>);
/** Has the parts that come late ready before the first key needs them. */
export const prepareEditors = () => void load().catch(() => undefined);

export function CellEditor<Row>(props: CellEditorProps<Row>) {
  if (props.column.kind !== "choice") return <TextEditor {...props} />;
  // What is there takes the focus in the same step: the next key is typed into it.
  const Choices = loaded ?? LateChoices;
  return (
    <Suspense fallback={null}>
      <Choices {...props} />
    </Suspense>
  );
}

function TextEditor<Row>({ column, text, append, onCommit, onCancel }: CellEditorProps<Row>) {
  const formats = useFormats();
  const t = useText(uiMessages);
  const [typed, setTyped] = useState(text);
  const [picking, setPicking] = useState(false);
  const done = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    if (append) input.current?.setSelectionRange(text.length, text.length);
    else input.current?.select();
    // Once, when the editor opens: later it is the person's own.
  }, []);
  const once = (act: () => void) => {
    if (done.current) return;
    done.current = true;
    act();
  };
  const commit = (after: After, value = typed) => once(() => onCommit(value, after));
  const date = column.kind === "date";
  const steps = column.edit?.steps;

  return (
    <>
      <input
        ref={input}
        aria-label={column.header}
        autoComplete="off"
        inputMode={isNumeric(column.kind) ? "decimal" : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => !picking && commit("leave")}
        onKeyDown={(event) => {
          if (date && event.altKey && event.key === "ArrowDown") {
            event.preventDefault();
            setPicking(true);
          }
          if (steps && (event.key === "ArrowUp" || event.key === "ArrowDown") && !event.altKey) {
            event.preventDefault();
            setTyped(formats.number(stepped(Number(readDecimal(typed, formats.locale) ?? steps.least), steps, event.key === "ArrowUp")));
          }
          keys(event, commit, () => once(onCancel));
        }}
        className={cx(editorClass, isNumeric(column.kind) && "text-right", (date || isNumeric(column.kind)) && "tabular", date && "pr-8")}
      />
      {date && (
        <span className="absolute inset-y-0 right-0.5 z-20 flex items-center">
          <Popover
            open={picking}
            onOpenChange={(open) => {
              setPicking(open);
              if (!open) input.current?.focus();
            }}
            align="end"
            label={t("openCalendar")}
            trigger={
              <button type="button" tabIndex={-1} aria-label={t("openCalendar")} onMouseDown={(event) => event.preventDefault()} className="flex size-6 items-center justify-center rounded text-faint hover:text-ink">
                <CalendarDays aria-hidden className="size-4" />
              </button>
            }
          >
            <Calendar value={readDay(typed, formats.dateFormat, formats.today)} onPick={(day) => commit("stay", formats.day(day))} />
          </Popover>
        </span>
      )}
    </>
  );
}
