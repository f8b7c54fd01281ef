import { useMemo, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Check, RotateCcw, Trash2 } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { BillingRun, RunEntry } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, MoneyText, Page, Pill, Progress, Section, toast } from "@/ui";
import { Fetched } from "@/ui/Fetched";
import { RawData } from "@/ui/RawData";
import { History } from "@/ui/history/History";
import { Entries } from "./Entries";
import { runWords } from "./history";
import { messages } from "./messages";
import { approveRun, discardRun, isWorking, retryRun, runHistoryQuery, runQuery, takeOut } from "./queries";
import { isDraft, isParked, progressOf, runTones } from "./words";

/** What is asked before it is done. */
type Question = "approve" | "discard" | { out: RunEntry };

/** The cockpit of one run: how far it is, its drafts, what is parked and left out, and what can be done. */
export function RunPage() {
  const { id } = useParams({ from: "/billing-runs/$id" });
  const t = useText(messages);
  const run = useQuery({ ...runQuery(id), enabled: useMay("invoicing.see") });
  return (
    <Fetched needs="invoicing.see" title={t("run")} query={run}>
      {(found) => <Loaded key={id} run={found} />}
    </Fetched>
  );
}

function Loaded({ run: now }: { run: BillingRun }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { at } = useSearch({ from: "/billing-runs/$id" });
  const history = useQuery(runHistoryQuery(now.id));
  const past = useQuery({ ...runHistoryQuery(now.id, at), enabled: at !== undefined });
  const run = at === undefined ? now : (past.data?.then ?? now);
  const words = useMemo(() => runWords(t, formats), [t, formats]);
  const may = useMay("invoicing.bill");
  const bill = may && at === undefined;
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set());
  const [question, setQuestion] = useState<Question | null>(null);
  const [busy, setBusy] = useState(false);
  const drafts = run.entries.filter(isDraft);
  const chosen = drafts.filter((entry) => !except.has(entry.invoiceId!));
  const idle = !isWorking(run.state);
  const progress = at === undefined && progressOf(run.state, run.counts);

  const act = async (what: () => Promise<unknown>, said?: string) => {
    setQuestion(null);
    setBusy(true);
    try {
      await what();
      if (said) toast.done(said);
    } catch (failed) {
      toast.error(failed);
    }
    setBusy(false);
    void queries.invalidateQueries({ queryKey: [keys.billingRuns] });
    void queries.invalidateQueries({ queryKey: [keys.invoices] });
  };
  const approve = () => void act(() => approveRun(run, drafts.filter((entry) => except.has(entry.invoiceId!)).map((entry) => entry.invoiceId!)));
  const discardable = idle && (drafts.length > 0 || run.counts.parked > 0);

  return (
    <Page
      title={t("run")}
      about={
        <span className="flex flex-wrap items-center gap-2">
          <span className="tabular">{t("days", { from: formats.day(run.period.from), through: formats.day(run.period.through) })}</span>
          <span role="status"><Pill tone={runTones[run.state]}>{t(`state_${run.state}`)}</Pill></span>
        </span>
      }
      actions={
        bill && (
          <span className="flex flex-wrap justify-end gap-2">
            {idle && run.counts.parked > 0 && <Button icon={<RotateCcw aria-hidden className="size-4" />} disabled={busy} onClick={() => void act(() => retryRun(run))}>{t("retry")}</Button>}
            {discardable && <Button tone="danger" icon={<Trash2 aria-hidden className="size-4" />} disabled={busy} onClick={() => setQuestion("discard")}>{t("discard")}</Button>}
            {idle && chosen.length > 0 && <Button tone="primary" icon={<Check aria-hidden className="size-4" />} disabled={busy} onClick={() => setQuestion("approve")}>{t("approve", { count: chosen.length })}</Button>}
          </span>
        )
      }
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        {at !== undefined && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("asOf")}</p>}
        <ErrorText error={past.error} />
        {progress && <Progress label={t("progress")} value={progress.all === 0 ? null : progress.done / progress.all} text={t("ofAll", { done: progress.done, all: progress.all })} />}
        <dl className="grid grid-cols-2 gap-3 text-table sm:grid-cols-4">
          {([["drafts", drafts.length], ["invoices", run.counts.issued], ["parked", run.counts.parked], ["leftOut", run.counts.leftOut]] as const).map(([name, count]) => (
            <div key={name} className="rounded-card border border-line bg-surface px-3 py-2">
              <dt className="text-muted">{t(name)}</dt>
              <dd className="tabular text-base font-semibold">{formats.number(count)}</dd>
              {(name === "drafts" || name === "invoices") && run.totals.map((sum) => <dd key={sum.currency}><MoneyText money={name === "drafts" ? sum.drafted : sum.issued} /></dd>)}
            </div>
          ))}
        </dl>
        {run.entries.some((entry) => entry.step !== "leftOut" && !isParked(entry)) && (
          <Section title={t("ofRun")}>
            <Entries entries={run.entries.filter((entry) => entry.step !== "leftOut" && !isParked(entry))} label={t("ofRun")} {...(bill && idle && !busy ? { except, onExcept: setExcept, onTakeOut: (out: RunEntry) => setQuestion({ out }) } : {})} />
          </Section>
        )}
        {run.counts.parked > 0 && <Section title={t("parked")}><Entries entries={run.entries.filter(isParked)} label={t("parked")} /></Section>}
        {run.counts.leftOut > 0 && <Section title={t("leftOut")}><Entries entries={run.entries.filter((entry) => entry.step === "leftOut")} label={t("leftOut")} /></Section>}
        <History entries={history.data?.items} error={history.error} at={at} onAt={(version) => void navigate({ to: "/billing-runs/$id", params: { id: now.id }, replace: true, search: version === undefined ? {} : { at: version } })} words={words} />
        <RawData of={run} />
      </div>
      <Confirm open={question === "approve"} onClose={() => setQuestion(null)} title={t("approveTitle", { count: chosen.length })} description={t("approveHelp")} action={t("approve", { count: chosen.length })} onConfirm={approve} />
      <Confirm open={question === "discard"} onClose={() => setQuestion(null)} title={t("discardTitle")} description={t("discardHelp")} action={t("discard")} danger onConfirm={() => void act(() => discardRun(run))} />
      {question !== null && typeof question === "object" && (
        <Confirm open onClose={() => setQuestion(null)} title={t("takeOutTitle", { client: question.out.clientName })} description={t("takeOutHelp")} action={t("takeOut")} danger onConfirm={() => void act(() => takeOut(question.out.invoiceId!), t("takenOut"))} />
      )}
    </Page>
  );
}
