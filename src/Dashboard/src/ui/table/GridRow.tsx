import { memo, Suspense, type CSSProperties, type ReactNode } from "react";
import { Ellipsis, TriangleAlert } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { late } from "@/lib/late";
import { Menu, type MenuContent } from "../Menu";
import { Skeleton } from "../Skeleton";
import { CellEditor, type After } from "./CellEditor";
import { CellValueView, isNumeric } from "./CellValueView";
import { useRowEdits, type Begun, type CellEdit, type Edits } from "./edits";
import { messages } from "./messages";
import { cellText, isEditable } from "./reading";
import { useFormats } from "@/i18n/formats";
import type { Column } from "./types";

const CellProblem = late(() => import("./CellProblem").then((part) => ({ default: part.CellProblem }))) as typeof import("./CellProblem").CellProblem;

export const ROW_HEIGHT = 36;

/** What a row may ask of its grid; the same object for the grid's whole life. */
export interface GridHands<Row> {
  activate: (row: number, column: number, edit?: boolean) => void;
  commit: (begun: Begun<Row>, column: Column<Row, never>, text: string, after: After) => void;
  cancel: () => void;
  toggle: (id: string, index: number, range: boolean) => void;
  open?: (row: Row) => void;
  menu?: (row: Row) => MenuContent;
  edits: Edits<Row>;
  /** Opens what is wrong with a cell of the row at that place; null closes it. */
  showProblem: (row: number, column: string | null) => void;
}
export interface EditingCell<Row> {
  /** Of the row: where it stands may change while one types. */
  id: string;
  column: number;
  begun: Begun<Row>;
  /** Typed to begin with; undefined: the cell's own text. */
  first?: string;
}

export interface GridRowProps<Row> {
  row: Row;
  id: string;
  index: number;
  top: number;
  columns: readonly Column<Row, never>[];
  offset: number;
  selectable: boolean;
  selected: boolean;
  /** The grid's focus is in this row, at this column; −1: it is not. */
  active: number;
  editing: EditingCell<Row> | null;
  problem: string | null;
  hands: GridHands<Row>;
}

const cellClass = "relative flex min-w-0 items-center border-b border-line px-2.5 outline-offset-[-2px]";
export const stickyClass = "sticky z-[2] bg-inherit";

function Row<Row>({ row, id, index, top, columns, offset, selectable, selected, active, editing, problem, hands }: GridRowProps<Row>) {
  const t = useText(messages);
  const over = useRowEdits(hands.edits.store, id);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      className={cx("group/row absolute inset-x-0 grid h-9 grid-cols-(--columns) text-table", selected ? "bg-[color-mix(in_srgb,var(--accent)_6%,var(--surface))]" : "bg-surface hover:bg-canvas dark:hover:bg-raised")}
      style={{ transform: `translateY(${top}px)` } as CSSProperties}
    >
      {selectable && (
        <div role="gridcell" aria-colindex={1} data-cell={`${index}:0`} tabIndex={active === 0 ? 0 : -1} onClick={() => hands.activate(index, 0)} className={cx(cellClass, stickyClass, "left-0 justify-center px-0")}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            aria-label={t("selectRow")}
            onChange={(event) => hands.toggle(id, index, (event.nativeEvent as MouseEvent).shiftKey)}
            className="check"
          />
        </div>
      )}
      {columns.map((column, at) => {
        const place = at + offset;
        const edit = over?.get(column.id);
        const isActive = active === place;
        return (
          <Cell
            key={column.id}
            {...{ row, column, index, place, hands }}
            edit={edit}
            active={isActive}
            editing={editing?.column === place ? editing : null}
            problemOpen={problem === column.id && edit !== undefined && edit.state !== "saving"}
          />
        );
      })}
      <div role="presentation" className="border-b border-line" />
      {hands.menu && (
        <div role="gridcell" aria-colindex={columns.length + offset + 1} data-cell={`${index}:${columns.length + offset}`} tabIndex={-1} className={cx(cellClass, "sticky right-0 z-[2] justify-center px-0 group-hover/row:bg-inherit focus-within:bg-inherit")}>
          <RowMenu row={row} menu={hands.menu} />
        </div>
      )}
    </div>
  );
}

function RowMenu<Row>({ row, menu }: { row: Row; menu: (row: Row) => MenuContent }) {
  const t = useText(messages);
  return (
    <Menu
      align="end"
      items={() => menu(row)}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={t("rowActions")}
          className="flex size-7 items-center justify-center rounded-md text-muted opacity-0 group-hover/row:opacity-100 hover:bg-pressed hover:text-ink focus-visible:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      }
    />
  );
}

function Cell<Row>({ row, column, index, place, edit, active, editing, problemOpen, hands }: {
  row: Row;
  column: Column<Row, never>;
  index: number;
  place: number;
  edit: CellEdit<Row> | undefined;
  active: boolean;
  editing: EditingCell<Row> | null;
  problemOpen: boolean;
  hands: GridHands<Row>;
}) {
  const t = useText(messages);
  const formats = useFormats();
  const editable = isEditable(column, row);
  const wrong = edit?.state === "error" || edit?.state === "conflict";
  const own = cellText(column.value(row), column, row, formats);
  const anchor = problemOpen ? document.querySelector(`[data-cell="${index}:${place}"]`) : null;
  return (
    <div
      role="gridcell"
      aria-colindex={place + 1}
      aria-readonly={editable ? undefined : true}
      aria-invalid={wrong || undefined}
      aria-busy={edit?.state === "saving" || undefined}
      data-cell={`${index}:${place}`}
      tabIndex={active && !editing ? 0 : -1}
      onClick={() => (wrong && !editing ? hands.showProblem(index, column.id) : undefined, hands.activate(index, place, active && editable && !wrong))}
      onDoubleClick={() => (editable ? hands.activate(index, place, true) : hands.open?.(row))}
      className={cx(
        cellClass,
        column.pinned && cx(stickyClass, "left-(--pin) font-medium"),
        isNumeric(column.kind) && "justify-end",
        editable && "cursor-cell",
        "focus:outline-2 focus:outline-accent-ink",
        wrong && "bg-bad-soft",
        edit?.state === "saving" && "text-muted",
      )}
    >
      {editing ? (
        <CellEditor
          {...{ row, column }}
          text={editing.first ?? (wrong ? edit.text : own)}
          append={editing.first !== undefined}
          onCommit={(text, after) => hands.commit(editing.begun, column, text, after)}
          onCancel={hands.cancel}
        />
      ) : (
        <>
          {wrong && <TriangleAlert aria-hidden className="mr-1.5 size-3.5 shrink-0 text-bad" />}
          {wrong && edit.state === "error" ? <span className="truncate text-bad">{edit.text}</span> : <Shown {...{ row, column }} value={edit?.value !== undefined ? edit.value : column.value(row)} plain={edit !== undefined} />}
          {wrong && <span className="sr-only">{edit.message ?? t("conflict")}</span>}
        </>
      )}
      {problemOpen && anchor && edit && !editing && (
        <Suspense fallback={null}>
          <CellProblem {...{ anchor, row, column, edit }} edits={hands.edits} onEdit={() => hands.activate(index, place, true)} onClose={() => hands.showProblem(index, null)} />
        </Suspense>
      )}
    </div>
  );
}

/** The column's own look, except while an unsaved value stands in. */
function Shown<Row>({ row, column, value, plain }: { row: Row; column: Column<Row, never>; value: ReturnType<Column<Row>["value"]>; plain: boolean }): ReactNode {
  return column.render && !plain ? column.render(row) : <CellValueView {...{ value, column, row }} />;
}

export const GridRow = memo(Row) as typeof Row;

/** A row that is not loaded yet, in the shape of the columns. */
export function SkeletonRow<Row>({ index, top, columns, selectable, menu }: { index: number; top: number; columns: readonly Column<Row, never>[]; selectable: boolean; menu: boolean }) {
  return (
    <div aria-hidden className="absolute inset-x-0 grid h-9 grid-cols-(--columns) bg-surface" style={{ transform: `translateY(${top}px)` }}>
      {selectable && <div className={cellClass} />}
      {columns.map((column) => (
        <div key={column.id} className={cx(cellClass, isNumeric(column.kind) && "justify-end")}>
          <span className="block" style={{ width: `${(column.skeleton ?? 60) + ((index * 7) % 5) * 6 - 12}%` }}>
            <Skeleton className="h-3" />
          </span>
        </div>
      ))}
      <div className="border-b border-line" />
      {menu && <div className={cellClass} />}
    </div>
  );
}
