import { Fragment, useMemo, useState } from "react";
import type { ImportReport } from "@/api/types";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button, Pill, Section, Tabs, type Tone } from "@/ui";
import { importColumns } from "./columns";
import { messages } from "./messages";

type Outcome = NonNullable<ImportReport["preview"]>[number]["outcome"];
const tones: Record<Outcome, Tone> = { new: "good", changed: "open", unchanged: "quiet", repeated: "quiet", rejected: "bad" };
const PAGE = 200;
const amounts: readonly string[] = ["Billed", "Paid"];

/** The lines as the file has them, with what would become of each; a fault is marked at its cell and told under its line. */
export function PreviewTable({ report }: { report: ImportReport }) {
  const t = useText(messages);
  const [only, setOnly] = useState<Outcome | "all">(report.rejected.length > 0 ? "rejected" : "all");
  const [shown, setShown] = useState(PAGE);
  const faults = useMemo(() => Map.groupBy(report.rejected, ({ line }) => line), [report]);
  const repeats = useMemo(() => new Map(report.repeated.map((one) => [one.line, one.firstLine])), [report]);
  const preview = report.preview ?? [];
  const columns = importColumns.filter((name) => report.file.mapping[name]);
  const outcomes = [...new Set(preview.map(({ outcome }) => outcome))];
  const tab = only === "all" || outcomes.includes(only) ? only : "all";
  const lines = preview.filter(({ outcome }) => tab === "all" || outcome === tab);
  /** A fault names the column as the file calls it. */
  const fieldOf = (column: string | null) => importColumns.find((name) => report.file.mapping[name] === column || name === column);
  const labelOf = (column: string | null) => {
    const field = fieldOf(column);
    return field ? t(`column_${field}`) : (column ?? t("line"));
  };

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
      <div role="region" aria-label={t("preview")} tabIndex={0} className="max-h-[70vh] overflow-auto rounded-card border border-line">
        <table className="w-full border-separate border-spacing-0 text-table">
          <thead>
            <tr className="text-left text-xs text-muted">
              <th scope="col" className="sticky top-0 z-10 h-8 border-b border-line bg-canvas px-3 font-medium">{t("line")}</th>
              <th scope="col" className="sticky top-0 z-10 border-b border-line bg-canvas px-3 font-medium">{t("outcome")}</th>
              {columns.map((name) => (
                <th key={name} scope="col" className={cx("sticky top-0 z-10 border-b border-line bg-canvas px-3 font-medium whitespace-nowrap", amounts.includes(name) && "text-right")}>
                  {t(`column_${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shown).map(({ line, cells, outcome }) => {
              const wrong = faults.get(line) ?? [];
              const told = wrong.length > 0 || outcome === "repeated";
              const edge = told ? "" : "border-b border-line";
              return (
                <Fragment key={line}>
                  <tr className={outcome === "unchanged" || outcome === "repeated" ? "text-muted" : ""}>
                    <th scope="row" className={cx("tabular h-8 px-3 text-left font-normal text-muted", edge)}>{line}</th>
                    <td className={cx("px-3", edge)}>
                      <Pill tone={tones[outcome]}>{t(outcome)}</Pill>
                    </td>
                    {columns.map((name) => {
                      const bad = wrong.some(({ column }) => fieldOf(column) === name);
                      return (
                        <td
                          key={name}
                          aria-invalid={bad || undefined}
                          className={cx("max-w-56 truncate px-3 whitespace-nowrap", amounts.includes(name) && "tabular text-right", edge, bad && "bg-bad-soft font-medium text-bad outline-1 -outline-offset-1 outline-bad")}
                        >
                          {cells[name]}
                        </td>
                      );
                    })}
                  </tr>
                  {told && (
                    <tr>
                      <td className="border-b border-line" />
                      <td colSpan={columns.length + 1} className="border-b border-line px-3 pb-2 text-xs">
                        {wrong.map((fault, at) => (
                          <p key={at} className="text-bad">
                            {t("reasonOf", { column: labelOf(fault.column), reason: fault.reason })}
                          </p>
                        ))}
                        {outcome === "repeated" && <p className="text-muted">{t("repeatsLine", { line: repeats.get(line) ?? "?" })}</p>}
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
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

