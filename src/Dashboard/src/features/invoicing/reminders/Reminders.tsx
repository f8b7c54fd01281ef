import { Suspense, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { Invoice, ReminderLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, ErrorText, Loading, Pill, Section, Skeleton, toast, type Tone } from "@/ui";
import { sendingsQuery } from "../sending/queries";
import { messages } from "./messages";
import { remindClient, remindersQuery, resumeReminders, sendReminderAgain, silenceReminders } from "./queries";
import { useStepName } from "./words";

const ReminderSheet = late(() => import("./ReminderSheet").then((part) => ({ default: part.ReminderSheet })));

const tones: Record<NonNullable<ReminderLine["mail"]>, Tone> = { underWay: "warn", sent: "good", failed: "bad", bounced: "bad", withdrawn: "quiet" };

/** The reminders of an invoice: what went out, what is ahead, and the switch. */
export function Reminders({ invoice, bill }: { invoice: Invoice; bill: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const stepName = useStepName();
  const queries = useQueryClient();
  const [shown, setShown] = useState<number | null>(null);
  const reminders = useQuery(remindersQuery(invoice.id));
  const changed = () => Promise.all([queries.invalidateQueries(remindersQuery(invoice.id)), queries.invalidateQueries(sendingsQuery({ kind: "invoice", id: invoice.id, number: invoice.number }))]);
  const change = useMutation({
    mutationFn: (what: "silence" | "resume" | "silenceClient" | "resumeClient"): Promise<unknown> => (what === "silence" ? silenceReminders(invoice.id) : what === "resume" ? resumeReminders(invoice.id) : remindClient(invoice.client.id, what === "resumeClient")),
    onSuccess: (_, what) => {
      toast.done(t(what.startsWith("silence") ? "silencedNow" : "resumedNow"));
      if (what.endsWith("Client")) void queries.invalidateQueries({ queryKey: [keys.clients] });
    },
    onError: (failed) => toast.error(failed),
    onSettled: changed,
  });
  const again = useMutation({
    mutationFn: (step: number) => sendReminderAgain(invoice.id, step),
    onSuccess: () => toast.done(t("sentAgain")),
    onError: (failed) => toast.error(failed),
    onSettled: changed,
  });
  const page = reminders.data;
  const hushed = page !== undefined && (page.silenced || page.clientSilenced);
  const ahead = page?.ahead.filter((step) => page.stopped === null && (bill || step.automatic)) ?? [];
  return (
    <Section title={t("reminders")}>
      <ErrorText error={reminders.error} onRetry={() => void reminders.refetch()} />
      {!page && !reminders.error && (
        <Loading>
          <Skeleton className="h-12 w-full" />
        </Loading>
      )}
      {page && (
        <div className="flex flex-col gap-3 text-table">
          {page.stopped ? <p className="text-muted">{t(`stopped_${page.stopped}`)}</p> : hushed ? <p>{t(page.silenced ? "silenced" : "clientSilenced")}</p> : !page.on && <p className="text-muted">{t("off")}</p>}
          {page.log.length > 0 && (
            <ul aria-label={t("log")} className="flex flex-col gap-3">
              {page.log.map((line, at) => (
                <li key={at} className="flex flex-col gap-0.5">
                  <span className="flex flex-wrap items-center gap-2">
                    {line.mail ? <Pill tone={tones[line.mail]}>{t(`mail_${line.mail}`)}</Pill> : <Pill tone="quiet">{t("skipped")}</Pill>}
                    {stepName(line.step)}
                    {bill && (line.mail === "failed" || line.mail === "bounced") && page.stopped === null && !hushed && (
                      <Button size="sm" tone="ghost" busy={again.isPending && again.variables === line.step} aria-label={t("sendAgainStep", { step: stepName(line.step) })} onClick={() => again.mutate(line.step)}>
                        {t("sendAgain")}
                      </Button>
                    )}
                  </span>
                  <span className="tabular text-xs text-muted">
                    {[formats.day(line.on), ...(line.outstanding ? [t("outstandingThen", { amount: formats.money(line.outstanding) })] : []), ...(line.fee ? [t("withFee", { amount: formats.money(line.fee) })] : []), ...(line.skipped ? [t(`skipped_${line.skipped}`)] : [])].join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {ahead.length > 0 && (
            <ul aria-label={t("ahead")} className="flex flex-col gap-2">
              {ahead.map((step) => (
                <li key={step.step} className="flex items-center justify-between gap-2">
                  <span className="min-w-0">
                    <span className="block">{stepName(step.step)}</span>
                    <span className="tabular block text-xs text-muted">{step.automatic ? t("goesOn", { day: formats.day(step.day) }) : t("byHand")}</span>
                  </span>
                  <Button size="sm" tone="ghost" aria-label={t("lookAt", { step: stepName(step.step) })} onClick={() => setShown(step.step)}>
                    {t("preview")}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {bill && page.stopped === null && (
            <span className="flex flex-wrap gap-2">
              <Button size="sm" busy={change.isPending} onClick={() => change.mutate(page.silenced ? "resume" : page.clientSilenced ? "resumeClient" : "silence")}>
                {t(page.silenced ? "resume" : page.clientSilenced ? "resumeClient" : "silence")}
              </Button>
              {!hushed && (
                <Button size="sm" tone="ghost" busy={change.isPending} onClick={() => change.mutate("silenceClient")}>
                  {t("silenceClient")}
                </Button>
              )}
            </span>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {shown !== null && (
          <ReminderSheet
            invoice={invoice}
            step={shown}
            send={bill && !hushed}
            onClose={() => setShown(null)}
            onSent={() => {
              setShown(null);
              void changed();
            }}
          />
        )}
      </Suspense>
    </Section>
  );
}
