import { useEffect, useRef } from "react";
import { GitCompareArrows } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button } from "@/ui";
import { messages } from "./messages";

export interface Difference {
  field: string;
  theirs: string;
  yours: string;
}

/** Two people changed one thing: both values of every field that differs, and the choice between them. */
export function Conflict({ differences, onTheirs, onMine }: { differences: readonly Difference[]; onTheirs: () => void; onMine: () => void }) {
  const t = useText(messages);
  const notice = useRef<HTMLDivElement>(null);
  // A long form has it below the fold: who pressed Save sees it, and goes on from there.
  useEffect(() => {
    notice.current?.scrollIntoView({ block: "nearest" });
    notice.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={notice} role="alert" tabIndex={-1} className="rounded-card border border-line bg-warn-soft p-3">
      <p className="flex items-center gap-2 font-medium text-warn">
        <GitCompareArrows aria-hidden className="size-4" />
        {t("conflict")}
      </p>
      <p className="mt-0.5 text-table">{t("conflictHelp")}</p>
      <table className="mt-2 w-full text-table">
        <thead className="text-left text-xs text-muted">
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">{t("field")}</th>
            <th scope="col" className="py-1 pr-3 font-medium">{t("theirs")}</th>
            <th scope="col" className="py-1 font-medium">{t("yours")}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={one.field} className="align-top">
              <th scope="row" className="py-1 pr-3 text-left font-normal text-muted">{one.field}</th>
              <td className="py-1 pr-3 break-words">{one.theirs || t("nothing")}</td>
              <td className="py-1 font-medium break-words">{one.yours || t("nothing")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={onTheirs}>{t("useTheirs")}</Button>
        <Button size="sm" tone="primary" onClick={onMine}>{t("keepMine")}</Button>
      </div>
    </div>
  );
}
