import { ArrowDown, ArrowUp } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button, IconButton } from "../Button";
import { Checkbox } from "../Toggle";
import { messages } from "./messages";
import { isShown, orderOf } from "./model";
import type { Column } from "./types";
import type { TableView } from "./useTableView";

/** Which columns are seen, in which order. */
export function ColumnsPanel<Row>({ columns, view }: { columns: readonly Column<Row, never>[]; view: TableView }) {
  const t = useText(messages);
  const chosen = view.view.columns;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const order = orderOf(columns, chosen);
  const shown = order.filter((id) => isShown(byId.get(id)!, chosen));
  const swap = (id: string, step: number) => {
    const at = shown.indexOf(id);
    view.change({ columns: shown.with(at, shown[at + step]!).with(at + step, id) });
  };
  return (
    <div className="w-64">
      <ul className="max-h-80 overflow-y-auto p-1.5">
        {order.map((id) => {
          const column = byId.get(id)!;
          const at = shown.indexOf(id);
          return (
            <li key={id} className="flex h-8 items-center gap-1">
              <span className="min-w-0 flex-1">
                <Checkbox visible disabled={column.pinned === true} checked={at >= 0} label={column.header} onChange={(on) => view.change({ columns: on ? [...shown, id] : shown.filter((one) => one !== id) })} />
              </span>
              {at >= 0 && !column.pinned && (
                <>
                  <IconButton size="iconSm" label={t("moveUp", { name: column.header })} disabled={at === 0 || byId.get(shown[at - 1]!)?.pinned === true} icon={<ArrowUp aria-hidden />} onClick={() => swap(id, -1)} />
                  <IconButton size="iconSm" label={t("moveDown", { name: column.header })} disabled={at === shown.length - 1} icon={<ArrowDown aria-hidden />} onClick={() => swap(id, 1)} />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <div className="border-t border-line p-1">
        <Button tone="ghost" size="sm" onClick={() => view.change({ columns: null, widths: {} })}>
          {t("resetColumns")}
        </Button>
      </div>
    </div>
  );
}
