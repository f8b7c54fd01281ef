import { Link } from "@tanstack/react-router";
import type { AiAnomaly } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Pill, Section, type Tone } from "@/ui";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";

const tones = { low: "quiet", medium: "warn", high: "bad", critical: "bad" } as const satisfies Record<AiAnomaly["severity"], Tone>;

/** Days on which an account cost much more or much less than before, latest first; each leads to its records. */
export function Anomalies({ items }: { items: readonly AiAnomaly[] }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section title={t("anomalies")}>
      {items.length === 0 ? (
        <p className="text-table text-muted">{t("noAnomalies")}</p>
      ) : (
        <ul aria-label={t("anomalies")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
          {items.map((one) => {
            const less = one.z.startsWith("-");
            return (
              <li key={`${one.account} ${one.day} ${one.cost.currency}`} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2">
                <Link to="/ai/usage" search={{ filter: `day.is.${one.day};account.is.${one.account}` }} aria-label={t("recordsOf", { day: formats.day(one.day), account: one.name })} className="tabular rounded font-medium underline decoration-dotted underline-offset-4 hover:text-accent-ink">
                  {formats.day(one.day)}
                </Link>
                <span className="min-w-0 flex-1 basis-32 wrap-anywhere">{one.name}</span>
                <Pill tone={tones[one.severity]}>{t(`severity_${one.severity}`)}</Pill>
                <span><CostText cost={one.cost} /> <span className="text-muted">{t("usually")}</span> <CostText cost={one.mean} className="text-muted" /></span>
                <span className="text-muted">{t(less ? "less" : "more", { z: formats.number(Number(one.z.replace("-", ""))) })}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p className="mt-2 text-xs text-muted">{t("anomaliesHelp")}</p>
    </Section>
  );
}
