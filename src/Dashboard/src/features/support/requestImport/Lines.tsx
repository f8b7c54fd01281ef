import { useState } from "react";
import type { RequestsTaken } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, Pill } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { BadCells } from "../parts/BadCells";
import { messages as words } from "../parts/messages";
import { SaveRejected } from "../parts/SaveRejected";
import { useCategories } from "../parts/terms";
import { messages } from "./messages";

const step = 100;

/** What a file would do: each line that becomes a request or is one already, and each cell that cannot be taken. */
export function Lines({ seen, busy, saveRejected }: { seen: RequestsTaken; busy: boolean; saveRejected: () => Promise<void> }) {
  const t = useText(messages);
  const w = useText(words);
  const formats = useFormats();
  const categories = useCategories();
  const [count, setCount] = useState(step);
  const lines = seen.preview ?? [];
  const nameOf = useClientNames(lines.slice(0, count).map((line) => line.clientId));
  return (
    <>
      <div role="status" className="flex flex-col gap-1">
        <p className="text-base font-medium">{t("would", { accepted: seen.accepted, unchanged: seen.unchanged, rejected: new Set(seen.rejected.map(({ line }) => line)).size })}</p>
        {seen.repeated.length > 0 && <p className="text-table text-muted">{t("repeated", { count: seen.repeated.length })}</p>}
      </div>
      <BadCells cells={seen.rejected} actions={<SaveRejected save={saveRejected} />} />
      {lines.length > 0 && (
        <ul aria-label={t("lines")} aria-busy={busy} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
          {lines.slice(0, count).map((line) => (
            <li key={line.line} className="flex flex-col gap-1 px-3 py-2">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-xs text-muted">
                <span className="tabular">{t("line", { line: line.line })}</span>
                <span className="wrap-anywhere">{nameOf(line.clientId, "…")}</span>
                <span className="tabular">{formats.day(line.resolvedOn)} {line.resolvedAt.slice(0, 5)}</span>
              </p>
              <p className={`wrap-anywhere whitespace-pre-line ${line.known ? "text-muted" : ""}`}>{line.description}</p>
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Pill tone={line.known ? "quiet" : "good"}>{t(line.known ? "outcome_known" : "outcome_new")}</Pill>
                <span className="text-xs wrap-anywhere">
                  {[line.type, categories?.find((one) => one.code === line.category)?.name ?? line.category, w(`urgency_${line.urgency}`), line.hours && w("hours", { hours: showDecimal(line.hours, formats.locale, 0) })].filter(Boolean).join(" · ")}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {lines.length > count && (
        <Button className="self-start" onClick={() => setCount(count + step)}>
          {t("more", { count: Math.min(step, lines.length - count) })}
        </Button>
      )}
    </>
  );
}
