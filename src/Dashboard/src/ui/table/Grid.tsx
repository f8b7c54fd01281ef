import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { MenuContent } from "../Menu";
import { useShortcut } from "../shortcuts";
import type { After } from "./CellEditor";
import type { Edits } from "./edits";
import { GridRow, ROW_HEIGHT, SkeletonRow, type EditingCell, type GridHands } from "./GridRow";
import { HeaderRow } from "./HeaderRow";
import { messages } from "./messages";
import { MoreColumns } from "./MoreColumns";
import type { TableModel } from "./model";
import { move, nextEditable, type Place } from "./moving";
import { cellText, isEditable } from "./reading";
import { readBlock, writeBlock } from "./tsv";
import type { More } from "./types";
import { typedBy } from "./typing";
import type { TableView } from "./useTableView";

export interface GridProps<Row> {
  label: string;
  model: TableModel<Row>;
  view: TableView;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  loading: boolean;
  /** All rows of the filter, loaded or not. */
  count: number;
  more?: More | undefined;
  edits: Edits<Row>;
  selectable: boolean;
  onFilter: (column: string) => void;
  onOpen?: ((row: Row) => void) | undefined;
  rowMenu?: ((row: Row) => MenuContent) | undefined;
  onPasteBlock?: ((block: string[][], at: { row: number; column: number }) => void) | undefined;
  totals?: ReactNode;
  totalRows: number;
}

const SELECT_WIDTH = 36;
const MENU_WIDTH = 40;

/** Rows as a spreadsheet shows them: one focus that moves by keys, cells that edit in place, only the rows in view in the page. */
export function Grid<Row>({ label, model, view, rows, rowId, loading, count, more, edits, selectable, onFilter, onOpen, rowMenu, onPasteBlock, totals, totalRows }: GridProps<Row>) {
  const t = useText(messages);
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState<Place>({ row: 0, column: selectable ? 1 : 0 });
  const [editing, setEditing] = useState<EditingCell<Row> | null>(null);
  const [problem, setProblem] = useState<{ row: string; column: string } | null>(null);
  const wantsFocus = useRef(false);
  const range = useRef<number | null>(null);
  const offset = selectable ? 1 : 0;
  const columns = model.visible;
  const places = columns.length + offset + (rowMenu ? 1 : 0);
  // The focus stays inside when rows or columns go away, and with its row while one types in it.
  const active = useMemo(() => {
    const typedIn = editing ? rows.findIndex((one) => rowId(one) === editing.id) : -1;
    return { row: typedIn >= 0 ? typedIn : Math.min(wanted.row, rows.length - 1), column: Math.min(wanted.column, places - 1) };
  }, [wanted, rows, rowId, editing, places]);
  const height = loading ? 14 : Math.max(rows.length, more?.has ? count : 0);

  const virtual = useVirtualizer({
    count: height,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: totalRows * ROW_HEIGHT,
    rangeExtractor: (given) => {
      const shown = defaultRangeExtractor(given);
      return active.row >= 0 && active.row < height && !shown.includes(active.row) ? [...shown, active.row].sort((a, b) => a - b) : shown;
    },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more?.has && !more.loading && last >= rows.length - 40) more.load();
  }, [more, last, rows.length]);

  const focusCell = useCallback((place: Place) => {
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`);
    if (!cell) return;
    cell.focus({ preventScroll: true });
    intoView(scroller.current!, cell);
  }, []);
  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    focusCell(active);
  });

  // What had the focus went away (a hidden column, a row that moved on): it stays in the grid.
  const held = useRef(false);
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) focusCell(active);
  }, [columns, rows.length]);

  const go = (place: Place) => {
    wantsFocus.current = true;
    setEditing(null);
    setActive(place);
    if (place.row >= 0 && place.row < height) virtual.scrollToIndex(place.row);
  };
  const canEdit = ({ row, column }: Place) => {
    const [of, in_] = [rows[row], columns[column - offset]];
    return of !== undefined && in_ !== undefined && isEditable(in_, of);
  };
  const edit = (place: Place, first?: string) => {
    if (!canEdit(place)) return;
    const row = rows[place.row]!;
    virtual.scrollToIndex(place.row);
    setActive(place);
    setProblem(null);
    setEditing({ id: rowId(row), column: place.column, begun: edits.begin(row, columns[place.column - offset]!), ...(first === undefined ? {} : { first }) });
  };
  const after = (where: After) => {
    if (where === "next" || where === "previous") {
      const to = nextEditable(active, where === "next" ? 1 : -1, rows.length, columns.length + offset, canEdit);
      return to ? edit(to) : go(active);
    }
    if (where === "leave") return setEditing(null);
    const to = { ...active, row: active.row + (where === "down" ? 1 : where === "up" ? -1 : 0) };
    go(to.row >= 0 && to.row < rows.length ? to : active);
  };

  const latest = useRef({ edit, after, go, rows, active, editing });
  latest.current = { edit, after, go, rows, active, editing };
  const { setSelection } = model;
  const hands = useMemo(
    (): GridHands<Row> => ({
      activate: (row, column, andEdit) => {
        const now = latest.current;
        if (andEdit) now.edit({ row, column });
        else if (!now.editing || now.active.row !== row || now.active.column !== column) {
          setEditing(null);
          wantsFocus.current = true;
          setActive({ row, column });
        }
      },
      commit: (begun, column, text, where) => {
        edits.commit(begun, column, text);
        latest.current.after(where);
      },
      cancel: () => latest.current.go(latest.current.active),
      toggle: (id, index, withRange) => {
        const from = withRange && range.current !== null ? range.current : index;
        range.current = index;
        setSelection((before) => {
          const choose = before[id] !== true;
          const next = { ...before };
          for (const row of latest.current.rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
            if (choose) next[rowId(row)] = true;
            else delete next[rowId(row)];
          }
          return next;
        });
      },
      edits,
      showProblem: (at, column) => {
        const row = latest.current.rows[at];
        setProblem(column && row !== undefined ? { row: rowId(row), column } : null);
        if (!column) latest.current.go(latest.current.active);
      },
      ...(onOpen ? { open: onOpen } : {}),
      ...(rowMenu ? { menu: rowMenu } : {}),
    }),
    [edits, rowId, setSelection, onOpen, rowMenu],
  );

  const row = rows[active.row];
  const column = columns[active.column - offset];
  const chosenNow = () => (row !== undefined ? hands.toggle(rowId(row), active.row, false) : undefined);
  const editNow = () => {
    const over = row !== undefined && column ? edits.store.of(rowId(row))?.get(column.id) : undefined;
    if (over && over.state === "conflict") return setProblem({ row: rowId(row!), column: column!.id });
    if (canEdit(active)) edit(active);
    else if (row !== undefined && active.column - offset >= columns.length) (scroller.current?.querySelector(`[data-cell="${active.row}:${active.column}"] button`) as HTMLElement | null)?.click();
    else if (row !== undefined) onOpen?.(row);
  };

  const group = t("table");
  const inCell = () => scroller.current?.contains(document.activeElement) === true && document.activeElement !== scroller.current;
  useShortcut({ keys: "j", also: "k", label: t("keyMove"), group, run: (event) => go({ ...active, row: Math.max(0, Math.min(rows.length - 1, active.row + (inCell() ? (event.key.toLowerCase() === "k" ? -1 : 1) : 0))) }) });
  useShortcut({ keys: "x", label: t("keySelect"), group, enabled: selectable, run: chosenNow });
  useShortcut({ keys: "e", label: t("keyEdit"), group, enabled: columns.some((one) => one.edit), run: () => editNow() });

  const onKeyDown = (event: KeyboardEvent) => {
    const own = (event.target as HTMLElement).getAttribute("data-cell") !== null;
    if (!own) return;
    const typed = typedBy(event.nativeEvent);
    // Typed before the editor is there: it belongs to it, and to no shortcut.
    if (editing) {
      if (typed && typed !== "…") {
        event.preventDefault();
        setEditing({ ...editing, first: (editing.first ?? "") + typed });
      }
      return;
    }
    if (typed && active.row >= 0 && canEdit(active)) {
      if (typed !== "…") event.preventDefault();
      return flushSync(() => edit(active, typed === "…" ? "" : typed));
    }
    if (event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const to = move(active, event.key, ctrl, rows.length, places, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW_HEIGHT) - 3));
    if (to) {
      if (event.shiftKey && selectable && to.row !== active.row && to.row >= 0) {
        range.current ??= active.row;
        const next: Record<string, true> = {};
        for (const one of rows.slice(Math.min(range.current, to.row), Math.max(range.current, to.row) + 1)) next[rowId(one)] = true;
        setSelection(next);
      } else if (!event.shiftKey) range.current = null;
      go(to);
    } else if (active.row < 0) return;
    else if (event.key === "Enter" || event.key === "F2") editNow();
    else if (event.key === " ") {
      if (selectable) chosenNow();
      else if (row !== undefined) onOpen?.(row);
    } else if (ctrl && event.key.toLowerCase() === "a" && selectable) setSelection(Object.fromEntries(rows.map((one) => [rowId(one), true as const])));
    else if (event.key === "Escape" && selectable && Object.keys(model.selection).length > 0) setSelection({});
    else if (event.key === "Escape") scroller.current?.focus({ preventScroll: true });
    else if ((event.key === "Delete" || event.key === "Backspace") && row !== undefined && column && canEdit(active) && !column.edit?.required) edits.commit(edits.begin(row, column), column, "");
    else return;
    event.preventDefault();
  };

  // The browser aims copy and paste at the text selection; what counts is where the focus is.
  const onCell = () => !editing && document.activeElement?.hasAttribute("data-cell") === true;
  const onCopy = (event: React.ClipboardEvent) => {
    if (!onCell() || getSelection()?.toString()) return;
    const text = (of: Row, in_: (typeof columns)[number]) => in_.text?.(of) ?? cellText(in_.value(of), in_, of, formats);
    const chosen = rows.filter((one) => model.selection[rowId(one)]);
    const block = chosen.length > 0 ? [columns.map((one) => one.header), ...chosen.map((one) => columns.map((in_) => text(one, in_)))] : row !== undefined && column ? [[text(row, column)]] : null;
    if (!block) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", writeBlock(block));
  };
  const onPaste = (event: React.ClipboardEvent) => {
    if (!onCell() || row === undefined || !column) return;
    const block = readBlock(event.clipboardData.getData("text/plain"));
    event.preventDefault();
    if (block.length === 1 && block[0]!.length === 1) {
      if (canEdit(active)) edits.commit(edits.begin(row, column), column, block[0]![0]!);
    } else onPasteBlock?.(block, { row: active.row, column: active.column - offset });
  };

  const widths = columns.map((one) => `${model.table.getColumn(one.id)?.getSize() ?? one.width}px`);
  const template = [...(selectable ? [`${SELECT_WIDTH}px`] : []), ...widths, "minmax(0,1fr)", ...(rowMenu ? [`${MENU_WIDTH}px`] : [])].join(" ");
  const chosen = Object.keys(model.selection).length;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <MoreColumns scroller={scroller} width={template} />
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={count + 1 + totalRows}
        aria-colcount={places}
        aria-multiselectable={selectable || undefined}
        aria-busy={loading || undefined}
        onKeyDown={onKeyDown}
        onFocus={() => (held.current = true)}
        onBlur={(event) => (held.current = event.relatedTarget === null || scroller.current?.contains(event.relatedTarget) === true)}
        onCopy={onCopy}
        onPaste={onPaste}
        className="min-h-0 flex-1 overflow-auto overscroll-contain outline-none"
        style={{ "--columns": template, "--pin": `${selectable ? SELECT_WIDTH : 0}px` } as CSSProperties}
      >
        <div role="presentation" className="flex min-h-full w-max min-w-full flex-col">
          <HeaderRow
            {...{ model, view, selectable, onFilter }}
            menu={rowMenu !== undefined}
            chosen={chosen === 0 ? "none" : chosen >= rows.length ? "all" : "some"}
            onChooseAll={(all) => setSelection(all ? Object.fromEntries(rows.map((one) => [rowId(one), true as const])) : {})}
            active={active.row === -1 ? active.column : -1}
          />
          <div role="rowgroup" className="relative shrink-0" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const of = rows[item.index];
              if (of === undefined || loading) return <SkeletonRow key={`skeleton ${item.index}`} index={item.index} top={item.start} columns={columns} selectable={selectable} menu={rowMenu !== undefined} />;
              const id = rowId(of);
              const isActive = active.row === item.index;
              return (
                <GridRow
                  key={id}
                  row={of}
                  id={id}
                  index={item.index}
                  top={item.start}
                  {...{ columns, offset, selectable, hands }}
                  selected={model.selection[id] === true}
                  active={isActive ? active.column : -1}
                  editing={editing?.id === id ? editing : null}
                  problem={problem?.row === id ? problem.column : null}
                />
              );
            })}
          </div>
          {totals}
        </div>
      </div>
    </div>
  );
}

/** Scrolls sideways as little as needed, past what sticks to the edges. */
function intoView(scroller: HTMLElement, cell: HTMLElement): void {
  if (getComputedStyle(cell).position === "sticky") return;
  const sticky = [...(cell.parentElement?.children ?? [])].filter((one) => getComputedStyle(one).position === "sticky");
  const left = sticky.filter((one) => getComputedStyle(one).right === "auto").reduce((sum, one) => sum + (one as HTMLElement).offsetWidth, 0);
  const right = sticky.filter((one) => getComputedStyle(one).right !== "auto").reduce((sum, one) => sum + (one as HTMLElement).offsetWidth, 0);
  const [start, end] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth];
  if (start < scroller.scrollLeft + left) scroller.scrollLeft = start - left;
  else if (end > scroller.scrollLeft + scroller.clientWidth - right) scroller.scrollLeft = end - scroller.clientWidth + right;
}
