import type { ReactNode } from "react";
import type { MessagesTaken } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { Section } from "@/ui";
import { messages } from "./cellMessages";

const shown = 500;

/** Cells of a file that cannot be taken, each with its line, its column and the reason. */
export function BadCells({ cells, actions }: { cells: MessagesTaken["rejected"]; actions?: ReactNode }) {
  const t = useText(messages);
  const { number } = useFormats();
  if (cells.length === 0) return null;
  return (
    <Section title={t("badCells")} actions={actions}>
      <p className="mb-3 text-table text-muted">{t("badCellsHelp")}</p>
      <div tabIndex={0} role="region" aria-label={t("badCells")} className="max-h-[28rem] overflow-auto rounded-card border border-line">
        <table className="w-full text-left text-table">
          <thead className="sticky top-0 bg-canvas text-xs text-muted">
            <tr>
              {(["lineHead", "column", "cell", "why"] as const).map((head) => (
                <th key={head} scope="col" className="px-3 py-1.5 font-medium whitespace-nowrap">{t(head)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, shown).map((cell, at) => (
              <tr key={at} className="border-t border-line align-top">
                <td className="tabular px-3 py-1.5 text-muted">{number(cell.line)}</td>
                <td className="px-3 py-1.5 font-mono text-xs">{cell.column}</td>
                <td className="px-3 py-1.5 wrap-anywhere">{cell.value}</td>
                <td className="min-w-56 px-3 py-1.5 text-bad">{refusalText(cell.code, { given: cell.value, line: cell.line, ...cell.details }) ?? cell.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cells.length > shown && <p className="mt-2 text-table text-muted">{t("moreCells", { count: cells.length - shown })}</p>}
    </Section>
  );
}
