import type { LimitLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, Meter, Pill } from "@/ui";
import { messages } from "./messages";

/** Where usage stands: told by colour and by words. The first threshold below the limit is where it gets near. */
export function stateOf({ percent, thresholds, used }: Pick<LimitLine, "percent" | "thresholds" | "used">): "fine" | "near" | "reached" {
  if (percent === null ? !/^-?0(\.0*)?$/.test(used) : percent >= 100) return "reached";
  return percent !== null && percent >= Math.min(...thresholds, 100) ? "near" : "fine";
}

const tones = { fine: "good", near: "warn", reached: "bad" } as const;

export function Gauge({ line, who, onChange, onDrop }: { line: LimitLine; who: string; onChange?: () => void; onDrop?: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const state = stateOf(line);
  const amount = (text: string) => `${showDecimal(text, formats.locale, 0)}${line.unit ? ` ${line.unit}` : ""}`;
  const percent = line.percent ?? (state === "reached" ? 100 : 0);
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface p-3">
      <div className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{who}</span>
        <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-table">
        <span className="font-mono text-xs text-muted">{line.code}</span>
        <span className="tabular">
          {t("of", { used: amount(line.used), limit: amount(line.limit) })} <span className="text-muted">{formats.number(percent)} %</span>
        </span>
      </div>
      <Meter label={t("gauge", { who, meter: line.meter, percent: formats.number(percent), limit: amount(line.limit) })} text={`${formats.number(percent)} %`} percent={percent} tone={tones[state]} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        <span>{[t(line.kind), line.own ? t("byItself") : null, line.plan ? t("ofPlan", { plan: line.plan }) : null, t("resets", { when: formats.day(line.resetsAt.slice(0, 10)) })].filter(Boolean).join(" · ")}</span>
        <span className="ml-auto flex gap-2">
          {onDrop && <Button onClick={onDrop}>{t("drop")}</Button>}
          {onChange && <Button onClick={onChange}>{t("change")}</Button>}
        </span>
      </div>
    </li>
  );
}
