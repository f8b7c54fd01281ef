import { useEffect, useRef, useState } from "react";
import { PencilLine, X } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button, IconButton } from "../Button";
import { Field } from "../Field";
import { Menu } from "../Menu";
import { Popover } from "../Popover";
import { Progress } from "../Progress";
import { messages } from "./messages";
import { optionsOf } from "./reading";
import type { BulkAction, BulkWriting, CellValue, Change, Column } from "./types";
import type { BulkRun } from "./useBulk";
import { ValueInput } from "./ValueInput";

export interface BulkBarProps<Row> {
  chosen: Row[];
  /** "All that match" is chosen. */
  everything: boolean;
  count: number;
  loaded: number;
  columns: readonly Column<Row, never>[];
  bulk: BulkWriting<Row>;
  run: BulkRun<Row>;
  onEverything: () => void;
  onClear: () => void;
}

/** What can be done with the chosen rows, floating at the foot of the table. */
export function BulkBar<Row>({ chosen, everything, count, loaded, columns, bulk, run, onEverything, onClear }: BulkBarProps<Row>) {
  const t = useText(messages);
  // The rows as they were when the question was asked.
  const [setting, setSetting] = useState<{ column: string; rows: Row[] } | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const column = columns.find((one) => one.id === setting?.column);
  const settable = columns.filter((one) => one.edit?.bulk);
  const act = (action: BulkAction<Row>) => {
    if (action.change) run.start(everything, chosen, action.label, action.change);
    else if (action.ask) void action.ask(everything ? count : chosen.length).then((change) => change && run.start(everything, chosen, action.label, change));
    else action.run?.(chosen);
  };

  if (run.progress)
    return (
      <Bar label={t("actions")}>
        <div className="w-64 sm:w-80">
          <Progress label={t("writing")} value={run.progress.total ? run.progress.done / run.progress.total : null} text={`${run.progress.done} / ${run.progress.total ?? "…"}`} />
        </div>
        <Button size="sm" onClick={run.stop}>
          {t("stop")}
        </Button>
      </Bar>
    );
  if (chosen.length === 0 && !everything) return null;
  return (
    <Bar label={t("actions")}>
      <span aria-live="polite" className="tabular font-medium whitespace-nowrap">
        {everything ? t("allSelected", { count }) : t("selected", { count: chosen.length })}
      </span>
      {!everything && bulk.all && chosen.length >= loaded && count > loaded && (
        <Button tone="ghost" size="sm" className="text-accent-ink" onClick={onEverything}>
          {t("selectAll", { count })}
        </Button>
      )}
      <span ref={setAnchor} className={settable.length > 0 ? "inline-flex" : "hidden"}>
        <Menu
          items={settable.map((one) => ({ id: one.id, label: one.header, onSelect: () => setTimeout(() => setSetting({ column: one.id, rows: chosen })) }))}
          trigger={
            <Button size="sm" icon={<PencilLine aria-hidden className="size-4" />}>
              {t("set")}
            </Button>
          }
        />
      </span>
      {setting && column && anchor && (
        <Popover open anchor={anchor} label={t("setField", { name: column.header })} onOpenChange={(open) => !open && setSetting(null)}>
          <SetField
            column={column}
            sample={setting.rows[0]}
            onApply={(change) => {
              setSetting(null);
              run.start(everything, setting.rows, t("setField", { name: column.header }), change);
            }}
          />
        </Popover>
      )}
      {(bulk.actions ?? [])
        .filter((action) => action.change || action.ask || !everything)
        .map((action) => (
          <Button key={action.id} size="sm" tone={action.danger ? "danger" : "secondary"} icon={action.icon} onClick={() => act(action)}>
            {action.label}
          </Button>
        ))}
      <IconButton size="iconSm" label={t("clearSelection")} icon={<X aria-hidden />} onClick={onClear} />
    </Bar>
  );
}

/** Floats over the table's foot; toasts stand above it. */
export function Bar({ label, children }: { label: string; children: React.ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = document.documentElement.style;
    const measure = () => bar.current && root.setProperty("--over-bar", `${innerHeight - bar.current.getBoundingClientRect().top + 8}px`);
    const resized = new ResizeObserver(measure);
    resized.observe(bar.current!);
    addEventListener("resize", measure);
    measure();
    return () => {
      resized.disconnect();
      removeEventListener("resize", measure);
      root.removeProperty("--over-bar");
    };
  }, []);
  return (
    <div role="region" aria-label={label} className="pointer-events-none absolute inset-x-0 bottom-14 z-20 flex justify-center px-3">
      <div ref={bar} className="popup pointer-events-auto flex max-w-full flex-wrap items-center gap-2 px-3 py-2">
        {children}
      </div>
    </div>
  );
}

function SetField<Row>({ column, sample, onApply }: { column: Column<Row, never>; sample: Row | undefined; onApply: (change: (row: Row) => Change | null) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const [value, setValue] = useState("");
  const options = sample === undefined ? (column.filter?.options ?? []) : optionsOf(column, sample);
  const valueFor = (row: Row, text: string): CellValue => (text === "" ? null : column.kind === "money" ? { amount: text, currency: column.edit?.currency?.(row) ?? formats.currency } : column.kind === "number" ? Number(text) : text);
  const apply = (text: string) => onApply((row) => ({ [column.edit!.field]: valueFor(row, text) }));
  return (
    <form
      className="flex w-60 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (value !== "") apply(value);
      }}
    >
      <Field label={t("setField", { name: column.header })}>
        <ValueInput autoFocus kind={column.kind} label={column.header} value={value} onChange={setValue} options={options} />
      </Field>
      <div className={cx("flex gap-2", column.edit?.required ? "justify-end" : "justify-between")}>
        {!column.edit?.required && (
          <Button tone="ghost" size="sm" onClick={() => apply("")}>
            {t("emptyIt")}
          </Button>
        )}
        <Button type="submit" tone="primary" size="sm" disabled={value === ""}>
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}
