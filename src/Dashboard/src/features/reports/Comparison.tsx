import type { ReportComparison } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Section } from "@/ui";
import { messages } from "./messages";

/** What a report that was made from the events differs in from the one that stands. */
export function Comparison({ compared }: { compared: ReportComparison }) {
  const t = useText(messages);
  const { differing, records, rows } = compared;
  if (differing.length + records.length === 0)
    return (
      <p role="status" className="text-table text-good">
        {t("allWell", { count: rows })}
      </p>
    );
  return (
    <div role="alert" className="flex flex-col gap-4">
      <Section title={t("differing", { count: differing.length })}>
        <p className="mb-2 text-table text-muted">{t("differingHelp")}</p>
        <Cells label={t("differing", { count: differing.length })} cells={differing.map((one) => [one.row, one.column, one.live, one.replayed])} />
      </Section>
      {records.length > 0 && (
        <Section title={t("records")}>
          <Cells label={t("records")} cells={records.map((one) => [`${one.table} ${one.key}`, one.column, one.live, one.replayed])} />
        </Section>
      )}
    </div>
  );
}

function Cells({ label, cells }: { label: string; cells: readonly (readonly (string | null)[])[] }) {
  const t = useText(messages);
  return (
    <div tabIndex={0} role="region" aria-label={label} className="max-h-72 overflow-auto rounded-card border border-line bg-surface">
      <table className="w-full text-table">
        <thead className="text-left text-xs text-muted">
          <tr>
            {(["row", "column", "live", "replayed"] as const).map((head) => (
              <th key={head} scope="col" className="px-3 py-2 font-medium">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((line) => (
            <tr key={`${line[0]} ${line[1]}`} className="border-t border-line">
              {line.map((text, at) => (
                <td key={at} className="tabular px-3 py-1 wrap-anywhere">
                  {text ?? "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
