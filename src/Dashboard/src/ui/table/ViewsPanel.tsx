import { useState } from "react";
import { useSearch } from "@tanstack/react-router";
import { Check, Trash2 } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button, IconButton } from "../Button";
import { Input } from "../Input";
import { itemClass } from "../popup";
import { messages } from "./messages";
import { useSavedViews } from "./savedViews";
import type { TableView } from "./useTableView";
import { readTableSearch } from "./view";

/** Views somebody named: open one, save the present one, take one away. */
export function ViewsPanel({ id, view, onClose }: { id: string; view: TableView; onClose: () => void }) {
  const t = useText(messages);
  const { views, save, remove } = useSavedViews(id);
  const now = readTableSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const [name, setName] = useState("");
  const same = (search: object) => JSON.stringify(readTableSearch(search as Record<string, unknown>)) === JSON.stringify(now);
  const open = (search: object) => {
    view.open(readTableSearch(search as Record<string, unknown>));
    onClose();
  };
  return (
    <div className="w-64">
      <ul>
        {[{ name: t("plainView"), search: {}, own: false }, ...views.map((one) => ({ ...one, own: true }))].map((one) => (
          <li key={`${one.own} ${one.name}`} className="flex items-center">
            <button type="button" onClick={() => open(one.search)} className={cx(itemClass, "min-w-0 flex-1 text-left outline-offset-[-2px] hover:bg-hover")}>
              <span className="flex size-4">{same(one.search) && <Check aria-hidden className="size-4 text-accent-ink" />}</span>
              <span className="truncate">{one.name}</span>
            </button>
            {one.own && <IconButton size="iconSm" label={t("removeView", { name: one.name })} icon={<Trash2 aria-hidden />} onClick={() => remove(one.name)} />}
          </li>
        ))}
      </ul>
      <form
        className="mt-1.5 flex gap-1.5 border-t border-line p-1.5 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          save({ name: name.trim(), search: now });
          setName("");
        }}
      >
        <Input aria-label={t("viewName")} placeholder={t("saveView")} value={name} onChange={(event) => setName(event.target.value)} className="h-7!" />
        <Button type="submit" size="sm" disabled={name.trim() === ""}>
          {t("save")}
        </Button>
      </form>
    </div>
  );
}
