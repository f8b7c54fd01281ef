import { Link } from "@tanstack/react-router";
import type { SupportMonth, SupportMonthLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { FigureLine } from "../parts/FigureLine";
import { messages } from "./messages";

const kindOf = (line: SupportMonthLine): "requests" | "projects" | "sites" => (line.kind === "hours" || line.kind === "freeHours" ? "requests" : line.kind === "project" || line.kind === "freeProject" ? "projects" : "sites");

/** Lines as they stand, or will stand, on an invoice; each opens to what is behind it. */
export function Lines({ lines, label, page }: { lines: readonly SupportMonthLine[]; label: string; page: SupportMonth }) {
  const t = useText(messages);
  const { locale } = useFormats();
  return (
    <ul aria-label={label}>
      {lines.map((line, at) => (
        <FigureLine
          key={`${line.close ?? ""} ${line.kind} ${line.month} ${line.urgency ?? ""} ${at}`}
          title={line.description}
          about={`${showDecimal(line.quantity, locale, 0)} × ${showDecimal(line.unitPrice, locale, 2)} · ${t(line.close ? "lineBilled" : "lineOpen")}`}
          amounts={[["", line.amount]]}
        >
          <details className="mt-0.5 text-xs">
            <summary className="w-fit rounded text-muted hover:text-ink">{t("behind", { count: line.sources.length })}</summary>
            <ul className="mt-1 flex flex-col gap-1 pl-4">
              {line.sources.map((id) => (
                <li key={id} className="min-w-0 wrap-anywhere">
                  <Source id={id} line={line} page={page} />
                </li>
              ))}
            </ul>
          </details>
        </FigureLine>
      ))}
    </ul>
  );
}

/** One request, project or site behind a line, with the way there. */
function Source({ id, line, page }: { id: string; line: SupportMonthLine; page: SupportMonth }) {
  const t = useText(messages);
  const formats = useFormats();
  const kind = kindOf(line);
  const look = "rounded hover:underline";
  if (kind === "requests") {
    const request = page.requests.items.find((one) => one.id === id);
    return (
      <Link to="/support" search={{ open: id, list: "all" }} className={look}>
        {request?.resolvedOn ? `${formats.day(request.resolvedOn)} · ` : ""}
        {request?.description || request?.type || t("openRequest")}
        {request && <span className="text-muted"> · {t("hoursFree", { hours: showDecimal(request.hours, formats.locale, 0), free: showDecimal(request.free, formats.locale, 0) })}</span>}
      </Link>
    );
  }
  if (kind === "projects")
    return (
      <Link to="/support/projects" search={{ open: id }} className={look}>
        {page.projects.items.find((one) => one.id === id)?.name || t("projects")}
      </Link>
    );
  return (
    <Link to="/support/sites" search={{ open: id }} className={look}>
      {page.hosting.sites.find((one) => one.id === id)?.name ?? t("hosting")}
    </Link>
  );
}
