import { Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { ArrowDown, ArrowUp, ArrowUpDown, Bookmark, Columns3, Download, ListFilter, X } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, IconButton } from "../Button";
import { Chip } from "../Chip";
import { SearchInput } from "../SearchInput";
import { Menu, type MenuContent } from "../Menu";
import { Popover } from "../Popover";
import { Tooltip } from "../Tooltip";
import type { Condition } from "./conditions";
import { messages } from "./messages";
import type { Column } from "./types";
import type { TableView } from "./useTableView";

// What opens on a click comes with the click.
const ColumnsPanel = late(() => import("./ColumnsPanel").then((part) => ({ default: part.ColumnsPanel }))) as typeof import("./ColumnsPanel").ColumnsPanel;
const FilterEditor = late(() => import("./FilterEditor").then((part) => ({ default: part.FilterEditor }))) as typeof import("./FilterEditor").FilterEditor;
const ViewsPanel = late(() => import("./ViewsPanel").then((part) => ({ default: part.ViewsPanel })));

export interface ToolbarProps<Row> {
  id: string;
  columns: readonly Column<Row, never>[];
  view: TableView;
  /** What the search looks through; absent: no search. */
  searchLabel?: string | undefined;
  /** Downloads exactly the filtered view. */
  onExport?: ((format: "csv" | "xlsx" | "json") => void) | undefined;
  /** The column whose filter is being made or changed. */
  filtering: string | null;
  onFiltering: (column: string | null) => void;
  /** The feature's own, at the start. */
  children?: ReactNode;
  phone: boolean;
  /** All rows of the filter; undefined while it is not known. */
  count: number | undefined;
}

/** Search, filters, views, columns, export: what decides which rows are seen. */
export function Toolbar<Row>({ id, columns, view, searchLabel, onExport, filtering, onFiltering, children, phone, count }: ToolbarProps<Row>) {
  const t = useText(messages);
  const { conditions, sort } = view.view;
  const filterable = columns.filter((column) => column.filter);
  const making = columns.find((column) => column.id === filtering);
  const adder = useRef<HTMLDivElement>(null);
  const put = (condition: Condition) =>
    view.change({ conditions: conditions.some((one) => one.column === condition.column) ? conditions.map((one) => (one.column === condition.column ? condition : one)) : [...conditions, condition] });
  const remove = (column: string) => view.change({ conditions: conditions.filter((one) => one.column !== column) });
  const sorts: MenuContent = columns
    .filter((column) => column.sort)
    .flatMap((column) => {
      const now = sort.find((one) => one.column === column.id);
      return [{ id: column.id, label: column.header, checked: now !== undefined, icon: now ? now.descending ? <ArrowDown /> : <ArrowUp /> : null, onSelect: () => view.change({ sort: !now ? [{ column: column.id, descending: false }] : now.descending ? [] : [{ column: column.id, descending: true }] }) }];
    });

  return (
    <div role="group" aria-label={t("table")} className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2 sm:px-6">
      {children}
      {searchLabel !== undefined && <Search label={searchLabel} value={view.view.search} onChange={(search) => view.change({ search })} />}
      {filterable.length > 0 && (
        <div ref={adder}>
          <Menu
            items={filterable.map((column) => ({ id: column.id, label: column.header, onSelect: () => setTimeout(() => onFiltering(column.id)) }))}
            trigger={
              <Button size="sm" className="pointer-coarse:h-9" icon={<ListFilter aria-hidden className="size-4" />} aria-label={t("addFilter")}>
                {t("filter")}
              </Button>
            }
          />
          {making && !conditions.some((one) => one.column === making.id) && (
            <Suspense fallback={null}>
              <Popover open anchor={adder.current} label={t("addFilter")} onOpenChange={(open) => !open && onFiltering(null)}>
                <FilterEditor column={making} condition={undefined} onApply={put} onClose={() => onFiltering(null)} />
              </Popover>
            </Suspense>
          )}
        </div>
      )}
      {conditions.map((condition) => {
        const column = columns.find((one) => one.id === condition.column)!;
        return <ConditionChip key={condition.column} {...{ column, condition }} open={filtering === column.id} onOpen={(open) => onFiltering(open ? column.id : null)} onApply={put} onRemove={() => remove(column.id)} />;
      })}
      {conditions.length > 1 && (
        <Button tone="ghost" size="sm" icon={<X aria-hidden className="size-3.5" />} onClick={() => view.change({ conditions: [] })}>
          {t("clearFilters")}
        </Button>
      )}
      <div className="ml-auto flex items-center gap-1">
        <span aria-live="polite" className="tabular mr-2 text-table whitespace-nowrap text-muted">
          {count !== undefined && t("count", { count })}
        </span>
        {phone && sorts.length > 0 && <Menu align="end" items={sorts} trigger={<IconButton label={t("sort")} size="iconSm" icon={<ArrowUpDown aria-hidden />} />} />}
        <Panel label={t("views")} icon={<Bookmark aria-hidden />}>
          {(close) => <ViewsPanel id={id} view={view} onClose={close} />}
        </Panel>
        {!phone && (
          <Panel label={t("columns")} icon={<Columns3 aria-hidden />}>
            {() => <ColumnsPanel columns={columns} view={view} />}
          </Panel>
        )}
        {onExport && (
          <Menu
            align="end"
            items={[t("exportAs"), ...(["csv", "xlsx", "json"] as const).map((format) => ({ id: format, label: format.toUpperCase(), onSelect: () => onExport(format) }))]}
            trigger={<IconButton label={t("export")} size="iconSm" icon={<Download aria-hidden />} />}
          />
        )}
      </div>
    </div>
  );
}

function Panel({ label, icon, children }: { label: string; icon: ReactNode; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <span ref={setAnchor} className="inline-flex">
      <Tooltip text={label}>
        <IconButton label={label} size="iconSm" icon={icon} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)} />
      </Tooltip>
      <Suspense fallback={null}>
        <Popover open={open} onOpenChange={setOpen} anchor={anchor} align="end" label={label} className="p-1.5">
          {children(() => setOpen(false))}
        </Popover>
      </Suspense>
    </span>
  );
}

/** Letters that follow one another wait for the last; milliseconds. */
const PAUSE = 90;

/** The first letter goes to the address and the server at once, those that follow quickly when typing rests. */
function Search({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const sentAt = useRef(-Infinity);
  useEffect(() => {
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const send = () => {
      sent.current = text;
      sentAt.current = performance.now();
      onChange(text);
    };
    if (performance.now() - sentAt.current > 4 * PAUSE) return send();
    const timer = setTimeout(send, PAUSE);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return <SearchInput label={label} value={text} onChange={setText} className="min-w-28 flex-1 [&_input]:h-7 pointer-coarse:[&_input]:h-9 sm:w-56 sm:flex-none" />;
}

function ConditionChip<Row>({ column, condition, open, onOpen, onApply, onRemove }: {
  column: Column<Row, never>;
  condition: Condition;
  open: boolean;
  onOpen: (open: boolean) => void;
  onApply: (condition: Condition) => void;
  onRemove: () => void;
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <span ref={setAnchor} className="inline-flex max-w-full">
      <Chip name={column.header} active={open} onClick={() => onOpen(true)} onRemove={onRemove}>
        <ConditionText {...{ column, condition }} />
      </Chip>
      {open && anchor && (
        <Suspense fallback={null}>
          <Popover open anchor={anchor} label={column.header} onOpenChange={(next) => !next && onOpen(false)}>
            <FilterEditor column={column} condition={condition} onApply={onApply} onClose={() => onOpen(false)} />
          </Popover>
        </Suspense>
      )}
    </span>
  );
}

function ConditionText<Row>({ column, condition: { op, values } }: { column: Column<Row, never>; condition: Condition }) {
  const t = useText(messages);
  const formats = useFormats();
  const show = (value: string) => {
    if (column.kind === "choice") return column.filter?.options?.find((option) => option.value === value)?.label ?? value;
    if (column.kind === "date") return formats.day(value);
    if (column.kind === "money") return formats.amount({ amount: value, currency: formats.currency });
    return value;
  };
  const value = op === "last" || op === "next" ? t("days", { count: Number(values[0] ?? 0) }) : op === "between" ? t("and", { from: show(values[0] ?? ""), to: show(values[1] ?? "") }) : values.map(show).join(", ");
  return (
    <>
      <span className="text-muted">{column.header}</span> <span className="text-muted">{t(op)}</span> {value && <span className="max-w-56 truncate font-medium">{value}</span>}
    </>
  );
}
