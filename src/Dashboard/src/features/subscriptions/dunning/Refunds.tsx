import type { Dunning } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, MoneyText, Pill, Section } from "@/ui";
import { messages } from "./messages";
import { codeText } from "./words";

/** What was given back of what was collected, the first one first. */
export function Refunds({ refunds, onRepeat }: { refunds: Dunning["refunds"]; onRepeat?: ((number: number) => void) | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section title={t("refunds")}>
      <ol aria-label={t("refunds")} className="text-table">
        {refunds.map((one, at) => (
          <li key={at} className="border-b border-line py-2">
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Pill tone={one.refund ? "good" : one.code ? "bad" : "open"}>{t(one.refund ? "refund_made" : one.code ? "refund_failed" : "refund_open")}</Pill>
              {one.at ? <time dateTime={one.at}>{formats.instant(one.at)}</time> : <span className="text-muted">{t("refundElsewhere")}</span>}
              <span className="ml-auto">
                <MoneyText money={one.amount} />
              </span>
            </div>
            {one.code && <p>{codeText(t, one.code)}</p>}
            {one.code && one.number !== null && !one.repeated && onRepeat && (
              <Button size="sm" className="mt-1" onClick={() => onRepeat(one.number!)}>
                {t("refundAgain")}
              </Button>
            )}
            {one.refund && <p className="font-mono text-xs text-muted wrap-anywhere">{one.refund}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
