import { useRef, useState } from "react";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ArrowUpDown, ChevronDown, EyeOff, Funnel, X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Menu, type MenuContent } from "../Menu";
import { isNumeric } from "./CellValueView";
import { stickyClass } from "./GridRow";
import { messages } from "./messages";
import type { TableModel } from "./model";
import type { Column } from "./types";
import type { TableView } from "./useTableView";
import { nextSort } from "./view";

export interface HeaderRowProps<Row> {
  model: TableModel<Row>;
  view: TableView;
  selectable: boolean;
  menu: boolean;
  /** Some, all or none of the loaded rows are chosen. */
  chosen: "none" | "some" | "all";
  onChooseAll: (all: boolean) => void;
  onFilter: (column: string) => void;
  /** Column of the grid's focus while it is in the header; −1: it is not. */
  active: number;
}

const headClass = "relative flex h-9 min-w-0 items-center border-b border-line-strong text-xs font-medium text-muted outline-offset-[-2px]";

/** Names, sorting, widths and order. Click sorts, Shift-click adds a column to the sorting, dragging moves it. */
export function HeaderRow<Row>({ model, view, selectable, menu, chosen, onChooseAll, onFilter, active }: HeaderRowProps<Row>) {
  const t = useText(messages);
  const offset = selectable ? 1 : 0;
  return (
    <div role="rowgroup" className="sticky top-0 z-10">
      <div role="row" aria-rowindex={1} className="grid grid-cols-(--columns) bg-canvas">
        {selectable && (
          <div role="columnheader" aria-colindex={1} data-cell="-1:0" tabIndex={active === 0 ? 0 : -1} className={cx(headClass, stickyClass, "left-0 justify-center")}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t("selectLoaded")}
              checked={chosen === "all"}
              ref={(box) => {
                if (box) box.indeterminate = chosen === "some";
              }}
              onChange={(event) => onChooseAll(event.target.checked)}
              className="check"
            />
          </div>
        )}
        {model.visible.map((column, at) => (
          <Head key={column.id} {...{ column, model, view, onFilter }} place={at + offset} active={active === at + offset} />
        ))}
        <div role="presentation" className="border-b border-line-strong" />
        {menu && (
          <div role="columnheader" aria-colindex={model.visible.length + offset + 1} data-cell={`-1:${model.visible.length + offset}`} tabIndex={-1} className={headClass}>
            <span className="sr-only">{t("actions")}</span>
          </div>
        )}
      </div>
    </div>
  );
}

function Head<Row>({ column, model, view, onFilter, place, active }: { column: Column<Row, never>; model: TableModel<Row>; view: TableView; onFilter: (column: string) => void; place: number; active: boolean }) {
  const t = useText(messages);
  const [over, setOver] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const at = view.view.sort.findIndex((one) => one.column === column.id);
  const sorted = view.view.sort[at];
  const header = model.table.getFlatHeaders().find((one) => one.column.id === column.id);
  const sort = (also: boolean) => column.sort !== undefined && view.change({ sort: nextSort(view.view.sort, column.id, also) });
  const ids = model.visible.map((one) => one.id);
  const arrange = (moved: string, before: string) => {
    const rest = ids.filter((id) => id !== moved);
    view.change({ columns: rest.toSpliced(rest.indexOf(before) + (ids.indexOf(moved) < ids.indexOf(before) ? 1 : 0), 0, moved) });
  };

  return (
    <div
      role="columnheader"
      aria-colindex={place + 1}
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : column.sort ? "none" : undefined}
      data-cell={`-1:${place}`}
      tabIndex={active ? 0 : -1}
      draggable={!column.pinned}
      onDragStart={(event) => event.dataTransfer.setData("text/column", column.id)}
      onDragOver={(event) => !column.pinned && event.dataTransfer.types.includes("text/column") && (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const moved = event.dataTransfer.getData("text/column");
        if (moved && moved !== column.id) arrange(moved, column.id);
      }}
      onClick={(event) => event.target === event.currentTarget && sort(event.shiftKey)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === "ArrowDown" && event.altKey) more.current?.click();
        else if (event.key === "Enter" || event.key === " ") sort(event.shiftKey);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className={cx(headClass, "group/head pl-2.5 hover:bg-hover", column.pinned && cx(stickyClass, "left-(--pin)"), isNumeric(column.kind) && "justify-end", over && "shadow-[inset_2px_0_var(--accent)]", "focus:outline-2 focus:outline-accent-ink", sorted && "text-ink")}
    >
      <span className="pointer-events-none flex min-w-0 items-center gap-1 pr-2">
        <span className="truncate">{column.header}</span>
        {sorted && (sorted.descending ? <ArrowDown aria-hidden className="size-3 shrink-0" /> : <ArrowUp aria-hidden className="size-3 shrink-0" />)}
        {sorted && view.view.sort.length > 1 && <span className="tabular text-[10px]">{at + 1}</span>}
      </span>
      <Menu
        items={() => headMenu({ column, view, ids, arrange, onFilter, t, sorted: sorted !== undefined, width: header?.getSize() ?? column.width })}
        align="end"
        returnTo={() => more.current?.closest<HTMLElement>("[data-cell]") ?? null}
        trigger={
          <button ref={more} type="button" tabIndex={-1} aria-label={t("columnMenu", { name: column.header })} className="absolute inset-y-0 right-1.5 my-auto hidden size-6 items-center justify-center rounded bg-hover text-muted group-hover/head:flex hover:bg-pressed hover:text-ink data-popup-open:flex">
            <ChevronDown aria-hidden className="size-3.5" />
          </button>
        }
      />
      {header && (
        <span
          aria-hidden
          onMouseDown={(event) => (event.preventDefault(), event.stopPropagation(), header.getResizeHandler()(event))}
          onTouchStart={header.getResizeHandler()}
          onDoubleClick={() => view.change({ widths: Object.fromEntries(Object.entries(view.view.widths).filter(([id]) => id !== column.id)) })}
          className={cx("absolute inset-y-0 -right-1 z-10 w-2 cursor-col-resize touch-none after:absolute after:inset-y-2 after:left-[3px] after:w-px after:bg-line-strong after:opacity-0 hover:after:opacity-100", model.resizing === column.id && "after:bg-accent-ink! after:opacity-100")}
        />
      )}
    </div>
  );
}

function headMenu<Row>({ column, view, ids, arrange, onFilter, t, sorted, width }: {
  column: Column<Row, never>;
  view: TableView;
  ids: string[];
  arrange: (moved: string, before: string) => void;
  onFilter: (column: string) => void;
  t: ReturnType<typeof useText<(typeof messages)["en"]>>;
  sorted: boolean;
  width: number;
}): MenuContent {
  const { sort, widths } = view.view;
  const at = ids.indexOf(column.id);
  const to = (descending: boolean) => () => view.change({ sort: [{ column: column.id, descending }] });
  const wide = (pixels: number) => () => view.change({ widths: { ...widths, [column.id]: Math.min(1200, Math.max(64, width + pixels)) } });
  return [
    ...(column.sort
      ? [
          { id: "up", label: t("sortUp"), icon: <ArrowUp />, onSelect: to(false) },
          { id: "down", label: t("sortDown"), icon: <ArrowDown />, onSelect: to(true) },
          ...(sort.length > 0 && !sorted ? [{ id: "also", label: t("sortAlso"), icon: <ArrowUpDown />, onSelect: () => view.change({ sort: [...sort, { column: column.id, descending: false }] }) }] : []),
          ...(sorted ? [{ id: "unsort", label: t("unsort"), icon: <X />, onSelect: () => view.change({ sort: sort.filter((one) => one.column !== column.id) }) }] : []),
          null,
        ]
      : []),
    ...(column.filter ? [{ id: "filter", label: t("filterBy"), icon: <Funnel />, onSelect: () => onFilter(column.id) }, null] : []),
    ...(column.pinned
      ? []
      : [
          { id: "left", label: t("moveLeft"), icon: <ArrowLeft />, disabled: at <= 1, onSelect: () => arrange(column.id, ids[at - 1]!) },
          { id: "right", label: t("moveRight"), icon: <ArrowRight />, disabled: at === ids.length - 1, onSelect: () => arrange(column.id, ids[at + 1]!) },
        ]),
    { id: "wider", label: t("wider"), onSelect: wide(40) },
    { id: "narrower", label: t("narrower"), onSelect: wide(-40) },
    ...(column.pinned ? [] : [null, { id: "hide", label: t("hide"), icon: <EyeOff />, onSelect: () => view.change({ columns: ids.filter((id) => id !== column.id) }) }]),
  ];
}
