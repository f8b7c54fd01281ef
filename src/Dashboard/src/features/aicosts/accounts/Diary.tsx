import { useInfiniteQuery } from "@tanstack/react-query";
import type { AiAccount, AiRun } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Listed, Pill, Section, type Tone } from "@/ui";
import { messages } from "./messages";
import { runsQuery } from "./queries";
import { TroubleText } from "./Standing";

const states = { waiting: "warn", running: "open", done: "good", stopped: "bad" } as const satisfies Record<string, Tone>;
const stateOf = (run: AiRun) => (run.state in states ? (run.state as keyof typeof states) : "waiting");

/** What could not be read of an answer: the field and the month are all that the sentence says. */
function warningOf(sentence: string, t: ReturnType<typeof useText<(typeof messages)["en"]>>): string {
  const [, field, month] = /“(.+)” of (\d{4}-\d{2})/.exec(sentence) ?? [];
  return field && month ? t("notRead", { field, month }) : sentence;
}

/** Each reading of an account, the latest first: what it read, what was new, and why it stopped. */
export function Diary({ account }: { account: AiAccount }) {
  const t = useText(messages);
  const formats = useFormats();
  const runs = useInfiniteQuery(runsQuery(account.id));
  return (
    <Section title={t("diary")}>
      <Listed list={runs} empty={<p className="text-table text-muted">{t("noRuns")}</p>} more={t("more")} moreClass="mt-2" shape="h-24">
        {(items) => (
          <div tabIndex={0} role="region" aria-label={t("diary")} className="overflow-x-auto rounded-card border border-line">
            <table className="w-full text-table">
              <thead className="text-left text-xs text-muted">
                <tr>
                  {(["begun", "result"] as const).map((name) => (
                    <th key={name} scope="col" className="px-3 py-2 font-medium">{t(name)}</th>
                  ))}
                  {(["windows", "recorded", "restated", "withdrawn"] as const).map((name) => (
                    <th key={name} scope="col" className="px-3 py-2 text-right font-medium">{t(name)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map((run) => (
                  <tr key={run.id} className="border-t border-line align-top">
                    <td className="px-3 py-2 whitespace-nowrap">
                      <time dateTime={run.begunAt} className="tabular">{formats.instant(run.begunAt)}</time>
                      <span className="block text-xs text-muted">{t(run.cause === "asked" ? "cause_asked" : "cause_due")}</span>
                    </td>
                    <td className="min-w-48 px-3 py-2">
                      <Pill tone={states[stateOf(run)]}>{t(`run_${stateOf(run)}`)}</Pill>
                      {run.trouble && <span className="mt-1 block text-xs wrap-anywhere"><TroubleText run={run} provider={account.providerName} /></span>}
                      {run.skipped.length > 0 && <span className="mt-1 block text-xs wrap-anywhere text-muted">{t("skippedReports", { reports: run.skipped.join(", ") })}</span>}
                      {run.warnings.map((sentence) => (
                        <span key={sentence} className="mt-1 block text-xs wrap-anywhere">{warningOf(sentence, t)}</span>
                      ))}
                    </td>
                    {[run.windows, run.recorded, run.restated, run.withdrawn].map((count, at) => (
                      <td key={at} className="tabular px-3 py-2 text-right">{formats.number(count)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Listed>
    </Section>
  );
}
