import type { DunningAttempt } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { MoneyText, Pill, Section, type Tone } from "@/ui";
import { messages } from "./messages";
import { codeText } from "./words";

const tones = { succeeded: "good", failed: "bad", dropped: "quiet", open: "open" } as const satisfies Record<string, Tone>;

/** Each time that a card was charged, the first one first. */
export function Attempts({ attempts }: { attempts: readonly DunningAttempt[] }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section title={t("attempts")}>
      <ol aria-label={t("attempts")} className="text-table">
        {attempts.map((one) => {
          const end = one.end ?? "open";
          return (
            <li key={one.number} className="border-b border-line py-2">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="tabular w-5 text-muted">{formats.number(one.number)}</span>
                <Pill tone={tones[end]}>{t(`end_${end}`)}</Pill>
                <time dateTime={one.at}>{formats.instant(one.at)}</time>
                <span className="ml-auto">
                  <MoneyText money={one.amount} />
                </span>
              </div>
              <p className="pl-7 text-muted">
                {t("charged", { reason: t(`reason_${one.reason}`), lastFour: one.lastFour })}
                {one.provider === "test" && ` · ${t("byTest")}`}
              </p>
              {one.code && <p className="pl-7">{codeText(t, one.code)}</p>}
              {one.needsAction && one.code !== "authentication_required" && <p className="pl-7 text-warn">{t("needsActionHint")}</p>}
              {one.payment && <p className="pl-7 font-mono text-xs text-muted wrap-anywhere">{one.payment}</p>}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
