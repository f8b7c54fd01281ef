import { useEffect, useMemo, useRef, useState } from "react";
import type { ImportReport } from "@/api/types";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button, Section, Tabs } from "@/ui";
import { importColumns } from "./columns";
import type { Correction } from "./corrections";
import { messages } from "./messages";
import { isAmount, PreviewLine, type Line } from "./PreviewLine";
import { wizard } from "./wizard";

const PAGE = 200;
const none: readonly never[] = [];

interface PreviewTableProps {
  report: ImportReport;
  corrections: readonly Correction[] | null | undefined;
  edits: readonly Correction[];
  busy: boolean;
}

/** The lines as the file has them, with what would become of each; cells at fault are put right where they stand. */
export function PreviewTable({ report, corrections, edits, busy }: PreviewTableProps) {
  const t = useText(messages);
  const [only, setOnly] = useState<Line["outcome"] | "all">(report.rejected.length > 0 ? "rejected" : "all");
  const [shown, setShown] = useState(PAGE);
  const faults = useMemo(() => Map.groupBy(report.rejected, ({ line }) => line), [report]);
  const repeats = useMemo(() => new Map(report.repeated.map((one) => [one.line, one.firstLine])), [report]);
  const corrected = useMemo(() => Map.groupBy(corrections ?? none, ({ line }) => line), [corrections]);
  const edited = useMemo(() => Map.groupBy(edits, ({ line }) => line), [edits]);
  const { mapping } = report.file;
  const columns = useMemo(() => importColumns.filter((name) => mapping[name]), [mapping]);
  const preview = report.preview ?? none;
  const outcomes = [...new Set(preview.map(({ outcome }) => outcome))];
  const tab = only === "all" || outcomes.includes(only) ? only : "all";
  const lines = preview.filter(({ outcome }) => tab === "all" || outcome === tab);
  const region = useKeptFocus(report);

  return (
    <Section title={t("preview")} about={t("previewHint")}>
      <Tabs
        label={t("outcome")}
        value={tab}
        onChange={(next) => {
          setOnly(next);
          setShown(PAGE);
        }}
        className="-mx-4 mb-3 sm:-mx-6"
        tabs={[
          { value: "all", label: t("all"), count: preview.length },
          ...(["new", "changed", "unchanged", "repeated", "rejected"] as const)
            .filter((outcome) => outcomes.includes(outcome))
            .map((outcome) => ({ value: outcome, label: t(outcome), count: preview.filter((line) => line.outcome === outcome).length })),
        ]}
      />
      {(report.rejected.length > 0 || corrected.size > 0 || edits.length > 0) && (
        <div className="mb-3 flex min-h-7 flex-wrap items-center gap-3 text-table">
          <span role="status" className={edits.length > 0 ? "font-medium" : "text-muted"}>
            {edits.length > 0 ? t("edited", { count: edits.length }) : corrections?.length ? t("corrected", { count: corrections.length }) : t("fixHint")}
          </span>
          {edits.length > 0 && (
            <Button size="sm" tone="primary" busy={busy} onClick={() => void wizard.change({})}>
              {t("checkAgain")}
            </Button>
          )}
          {(edits.length > 0 || corrected.size > 0) && (
            <Button size="sm" disabled={busy} onClick={() => void wizard.discard()}>
              {t("discard")}
            </Button>
          )}
        </div>
      )}
      <div ref={region} role="region" aria-label={t("preview")} tabIndex={0} className="max-h-[70vh] overflow-auto rounded-card border border-line">
        <table className="w-full border-separate border-spacing-0 text-table">
          <thead>
            <tr className="text-left text-xs text-muted">
              <th scope="col" className="sticky top-0 z-10 h-8 border-b border-line bg-canvas px-3 font-medium">{t("line")}</th>
              <th scope="col" className="sticky top-0 z-10 border-b border-line bg-canvas px-3 font-medium">{t("outcome")}</th>
              {columns.map((name) => (
                <th key={name} scope="col" className={cx("sticky top-0 z-10 border-b border-line bg-canvas px-3 font-medium whitespace-nowrap", isAmount(name) && "text-right")}>
                  {t(`column_${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shown).map((line) => (
              <PreviewLine key={line.line} {...{ line, columns, mapping }} faults={faults.get(line.line)} corrected={corrected.get(line.line)} edits={edited.get(line.line)} repeats={repeats.get(line.line)} />
            ))}
          </tbody>
        </table>
        {lines.length === 0 && <p className="p-6 text-center text-muted">{t("noSuchLines")}</p>}
      </div>
      {lines.length > shown && (
        <Button size="sm" className="mt-2" onClick={() => setShown(shown + PAGE)}>
          {t("more")}
        </Button>
      )}
    </Section>
  );
}

/** A check may take the cell away that one was in: then the next one at fault is where one goes on, else the table. */
function useKeptFocus(report: ImportReport) {
  const region = useRef<HTMLDivElement>(null);
  const last = useRef(report);
  useEffect(() => {
    if (last.current === report) return;
    last.current = report;
    if (document.activeElement !== document.body) return;
    (region.current?.querySelector<HTMLElement>("input[aria-invalid=true]") ?? region.current)?.focus();
  }, [report]);
  return region;
}
