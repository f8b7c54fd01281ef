import { useLayoutEffect, useRef, useState } from "react";
import { Combobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { messages as uiMessages } from "../messages";
import { itemClass, popupClass } from "../popup";
import type { Option } from "../Select";
import { editorClass, type After, type CellEditorProps } from "./CellEditor";
import { optionsOf } from "./reading";

/** Type to find, arrows to choose; Enter and Tab take what is lit. */
export default function ChoiceEditor<Row>({ row, column, text, append, onCommit, onCancel }: CellEditorProps<Row>) {
  const t = useText(uiMessages);
  const options: readonly Option[] = optionsOf(column, row);
  const items = column.edit?.required ? options : [...options, { value: "", label: `– ${t("none")}` }];
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, []);
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
        ref={input}
        aria-label={column.header}
        placeholder={text}
        className={editorClass}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) event.stopPropagation();
          else if (event.key === "Enter" || event.key === "Tab") {
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
