import { TriangleAlert } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { messages as uiMessages } from "../messages";
import type { Edits } from "./edits";
import { messages } from "./messages";
import type { PastePlan } from "./paste";
import type { Column } from "./types";

const SHOWN = 100;

/** What a pasted block changes, before it does. */
export function PastePreview<Row>({ plan, title, edits, onPaste, onClose }: { plan: PastePlan<Row>; title: Column<Row, never>; edits: Edits<Row>; onPaste: () => void; onClose: () => void }) {
  const t = useText(messages);
  const u = useText(uiMessages);
  const changing = plan.cells.length - plan.problems;
  const notes = [plan.problems > 0 && t("pasteProblems", { count: plan.problems }), plan.same > 0 && t("pasteSame", { count: plan.same }), plan.outside > 0 && t("pasteOutside", { count: plan.outside })].filter(Boolean);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t("pasteTitle")}
      description={[t("pasteChanges", { count: changing }), ...notes].join(" · ")}
      actions={
        <>
          <Button onClick={onClose}>{u("cancel")}</Button>
          <Button tone="primary" disabled={plan.changes.length === 0} onClick={onPaste}>
            {t("paste", { count: plan.changes.length })}
          </Button>
        </>
      }
    >
      <div className="overflow-x-auto">
        <table className="w-full text-table">
          <thead>
            <tr className="border-b border-line-strong text-left text-xs text-muted">
              <th className="py-1.5 pr-3 font-medium">{t("row")}</th>
              <th className="py-1.5 pr-3 font-medium">{t("column")}</th>
              <th className="py-1.5 pr-3 text-right font-medium">{t("now")}</th>
              <th className="py-1.5 text-right font-medium">{t("then")}</th>
            </tr>
          </thead>
          <tbody>
            {plan.cells.slice(0, SHOWN).map((cell, at) => (
              <tr key={at} className="border-b border-line">
                <td className="max-w-56 truncate py-1.5 pr-3">{String(title.value(cell.row) ?? "")}</td>
                <td className="py-1.5 pr-3 text-muted">{cell.column.header}</td>
                <td className="tabular py-1.5 pr-3 text-right text-muted">{cell.from || "–"}</td>
                <td className="tabular py-1.5 text-right">
                  {cell.problem ? (
                    <span className="text-bad">
                      <TriangleAlert aria-hidden className="mr-1 inline size-3.5" />
                      {cell.to} · {edits.sentence(cell.problem, cell.column, cell.row)}
                    </span>
                  ) : (
                    <span className="font-medium">{cell.to || "–"}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.cells.length > SHOWN && <p className="mt-2 text-muted">{t("moreCells", { count: plan.cells.length - SHOWN })}</p>}
    </Dialog>
  );
}
