import { memo, type KeyboardEvent } from "react";
import type { ImportReport } from "@/api/types";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { cx } from "@/lib/cx";
import { Pill, type Tone } from "@/ui";
import type { ImportColumn } from "./columns";
import { fieldOf, openCells, type Correction } from "./corrections";
import { messages } from "./messages";
import { wizard } from "./wizard";

export type Line = NonNullable<ImportReport["preview"]>[number];
export type Fault = ImportReport["rejected"][number];
const tones: Record<Line["outcome"], Tone> = { new: "good", changed: "open", unchanged: "quiet", repeated: "quiet", rejected: "bad" };
const none: readonly never[] = [];
const reasonOf = ({ code, details, value, line, offers, reason }: Fault) => refusalText(code, { given: value, line, ...(offers ? { statuses: offers } : {}), ...details }) ?? reason;
/** Amounts stand to the right. */
export const isAmount = (name: string) => name === "Billed" || name === "Paid";

interface PreviewLineProps {
  line: Line;
  columns: readonly ImportColumn[];
  mapping: Record<string, string>;
  faults: readonly Fault[] | undefined;
  /** Checked before. */
  corrected: readonly Correction[] | undefined;
  /** Typed and not checked yet. */
  edits: readonly Correction[] | undefined;
  repeats: number | undefined;
}

/** One line of the file. What is wrong with it is told below; the cells at fault can be typed into. */
export const PreviewLine = memo(function PreviewLine({ line: { line, cells, outcome }, columns, mapping, faults = none, corrected = none, edits = none, repeats }: PreviewLineProps) {
  const t = useText(messages);
  const open = openCells(faults, corrected, mapping);
  const told = faults.length > 0 || outcome === "repeated";
  const edge = told ? "" : "border-b border-line";
  const labelOf = (column: string | null) => {
    const field = fieldOf(column, mapping);
    return field ? t(`column_${field}`) : (column ?? t("line"));
  };
  return (
    <>
      <tr className={outcome === "unchanged" || outcome === "repeated" ? "text-muted" : ""}>
        <th scope="row" className={cx("tabular h-8 px-3 text-left font-normal text-muted", edge)}>{line}</th>
        <td className={cx("px-3", edge)}>
          <Pill tone={tones[outcome]}>{t(outcome)}</Pill>
        </td>
        {columns.map((name) => {
          const column = mapping[name]!;
          const wrong = faults.filter((fault) => fieldOf(fault.column, mapping) === name);
          const edit = edits.find((one) => one.column === column);
          if (!open.has(name)) return <td key={name} className={cx("max-w-56 truncate px-3 whitespace-nowrap", isAmount(name) && "tabular text-right", edge)}>{cells[name]}</td>;
          const id = `cell-${line}-${name.replaceAll(" ", "-")}`;
          const offers = wrong.flatMap((fault) => fault.offers ?? []);
          return (
            <td key={name} className={cx("relative px-1.5", edge)}>
              <input
                type="text"
                autoComplete="off"
                spellCheck={false}
                value={edit?.value ?? cells[name] ?? ""}
                aria-label={t("cellOf", { column: t(`column_${name}`), line })}
                aria-invalid={(wrong.length > 0 && !edit) || undefined}
                aria-describedby={wrong.length > 0 ? `${id}-why` : undefined}
                {...(offers.length > 0 ? { list: `${id}-offers` } : {})}
                onChange={(event) => wizard.edit(line, column, event.target.value === cells[name] ? null : event.target.value)}
                onKeyDown={(event) => onKey(event, () => wizard.edit(line, column, null))}
                className={cx(cellClass, isAmount(name) && "tabular text-right", edit ? "border-accent-ink" : corrected.some((one) => one.column === column) ? "border-good" : "border-line-strong")}
              />
              {offers.length > 0 && (
                <datalist id={`${id}-offers`}>
                  {offers.map((offer) => (
                    <option key={offer} value={offer} />
                  ))}
                </datalist>
              )}
              {wrong.length > 0 && <span id={`${id}-why`} className="sr-only">{wrong.map(reasonOf).join(" ")}</span>}
            </td>
          );
        })}
      </tr>
      {told && (
        <tr>
          <td className="border-b border-line" />
          <td colSpan={columns.length + 1} className="border-b border-line px-3 pb-2 text-xs">
            <div className="sticky left-3 w-fit max-w-[min(40rem,70vw)]">
              {faults.map((fault, at) => (
                <p key={at} className="text-bad">
                  {t("reasonOf", { column: labelOf(fault.column), reason: reasonOf(fault) })}
                </p>
              ))}
              {outcome === "repeated" && <p className="text-muted">{t("repeatsLine", { line: repeats ?? "?" })}</p>}
            </div>
          </td>
        </tr>
      )}
    </>
  );
});

const cellClass =
  "h-7 w-full min-w-28 rounded border bg-surface px-1.5 text-table text-ink pointer-coarse:h-10 pointer-coarse:text-base focus:outline-2 focus:-outline-offset-1 focus:outline-accent-ink aria-invalid:border-bad aria-invalid:bg-bad-soft aria-invalid:font-medium aria-invalid:text-bad";

/** Enter checks the file again with everything typed; Esc takes this cell back. */
function onKey(event: KeyboardEvent<HTMLInputElement>, takeBack: () => void): void {
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) {
    event.preventDefault();
    void wizard.change({});
  } else if (event.key === "Escape") {
    event.stopPropagation();
    takeBack();
  }
}
