import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { Combobox } from "@base-ui/react/combobox";
import { CalendarDays, Check } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { readDay } from "@/lib/dates";
import { Calendar } from "../Calendar";
import { Popover } from "../Popover";
import { itemClass, popupClass, type Option } from "../Select";
import { messages as uiMessages } from "../messages";
import { isNumeric } from "./CellValueView";
import { optionsOf } from "./reading";
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

const field = "absolute inset-0 z-10 size-full bg-surface px-2.5 text-table text-ink outline-2 outline-offset-[-2px] outline-accent-ink";

/** Enter writes and goes down, Tab writes and goes on, Escape leaves all as it was. */
function keys(event: KeyboardEvent, commit: (after: After) => void, cancel: () => void): void {
  const after: Record<string, After> = { Enter: event.shiftKey ? "up" : "down", Tab: event.shiftKey ? "previous" : "next" };
  if (event.key === "Escape") cancel();
  else if (after[event.key] && !event.altKey) commit(after[event.key]!);
  else return void event.stopPropagation();
  event.preventDefault();
  event.stopPropagation();
}

export function CellEditor<Row>(props: CellEditorProps<Row>) {
  return props.column.kind === "choice" ? <ChoiceEditor {...props} /> : <TextEditor {...props} />;
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
          keys(event, commit, () => once(onCancel));
        }}
        className={cx(field, isNumeric(column.kind) && "text-right", (date || isNumeric(column.kind)) && "tabular", date && "pr-8")}
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
              <button type="button" tabIndex={-1} aria-label={t("openCalendar")} onPointerDown={(event) => (event.preventDefault(), setPicking(true))} className="flex size-6 items-center justify-center rounded text-faint hover:text-ink">
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

/** Type to find, arrows to choose; Enter and Tab take what is lit. */
function ChoiceEditor<Row>({ row, column, text, append, onCommit, onCancel }: CellEditorProps<Row>) {
  const t = useText(uiMessages);
  const options: readonly Option[] = optionsOf(column, row);
  const items = column.edit?.required ? options : [...options, { value: "", label: `– ${t("none")}` }];
  const lit = useRef<Option | undefined>(undefined);
  const done = useRef(false);
  const [typed, setTyped] = useState(append ? text : "");
  const chosen = options.find((option) => option.label === text) ?? null;
  const commit = (option: Option | undefined, after: After) => {
    if (done.current) return;
    done.current = true;
    if (option) onCommit(option.value === "" ? "" : option.label, after);
    else onCancel();
  };
  return (
    <Combobox.Root<Option>
      items={items}
      value={chosen}
      inputValue={typed}
      onInputValueChange={(value, details) => details.reason === "input-change" && setTyped(value)}
      defaultOpen
      autoHighlight
      onItemHighlighted={(option) => (lit.current = option)}
      onValueChange={(option) => commit(option ?? undefined, "down")}
      onOpenChange={(open, details) => {
        if (!open && details.reason !== "item-press") commit(undefined, "stay");
      }}
    >
      <Combobox.Input
        autoFocus
        aria-label={column.header}
        placeholder={text}
        className={field}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === "Tab") {
            event.preventDefault();
            event.stopPropagation();
            event.preventBaseUIHandler();
            const to = lit.current ?? (typed === "" ? (chosen ?? undefined) : undefined);
            commit(to, event.key === "Tab" ? (event.shiftKey ? "previous" : "next") : event.shiftKey ? "up" : "down");
          } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            commit(undefined, "stay");
          } else event.stopPropagation();
        }}
      />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={2} align="start" className="z-50 outline-none">
          <Combobox.Popup className={cx(popupClass, "min-w-[max(var(--anchor-width),11rem)]")}>
            <Combobox.Empty className="px-2 py-2 text-muted empty:hidden">{t("nothingFound")}</Combobox.Empty>
            <Combobox.List>
              {(option: Option) => (
                <Combobox.Item key={option.value} value={option} className={itemClass}>
                  {option.mark}
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  <Combobox.ItemIndicator className="text-accent-ink">
                    <Check aria-hidden className="size-4" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
