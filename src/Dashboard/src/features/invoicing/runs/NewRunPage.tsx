import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarOff, ChevronLeft, ChevronRight, Layers } from "lucide-react";
import { useMay } from "@/api/may";
import type { RunPreview } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, DatePicker, EmptyState, ErrorText, Field, IconButton, Loading, MoneyText, Needs, Page, Section, Skeleton, useShortcut } from "@/ui";
import { messages } from "./messages";
import { previewQuery, startRun } from "./queries";
import { Cell, Named, Row, Rows } from "./Rows";
import { periodOf, stepMonth, type Period } from "./search";
import { noteText } from "./words";

/** Chooses the days, shows what a run would make and leave out, and starts it. */
export function NewRunPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/billing-runs/new" });
  const navigate = useNavigate();
  const period = periodOf(search, formats.today);
  const bill = useMay("invoicing.bill");
  const preview = useQuery({ ...previewQuery(period, search.client), placeholderData: keepPreviousData, enabled: bill && period.from <= period.through });
  const start = useMutation({ mutationFn: () => startRun(period, search.client), onSuccess: (run) => navigate({ to: "/billing-runs/$id", params: { id: run.id } }) });
  const choose = (next: Period) => {
    start.reset();
    void navigate({ to: "/billing-runs/new", replace: true, search: { ...search, ...next } });
  };
  useShortcut({ keys: ",", label: t("previousMonth"), group: t("runs"), run: () => choose(stepMonth(period, -1)) });
  useShortcut({ keys: ".", label: t("nextMonth"), group: t("runs"), run: () => choose(stepMonth(period, 1)) });
  const wrong = period.from > period.through;
  const count = wrong || preview.error ? 0 : (preview.data?.drafts.length ?? 0);
  return (
    <Needs permission="invoicing.bill">
      <Page
        title={t("newRun")}
        actions={
          <Button tone="primary" icon={<Layers aria-hidden className="size-4" />} busy={start.isPending} disabled={count === 0 || preview.isPlaceholderData} onClick={() => start.mutate()}>
            {t("start", { count })}
          </Button>
        }
      >
        <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
          <div className="flex flex-wrap items-end gap-2">
            <IconButton tone="secondary" label={t("previousMonth")} icon={<ChevronLeft aria-hidden />} onClick={() => choose(stepMonth(period, -1))} />
            <Field label={t("from")} className="w-36">
              <DatePicker value={period.from} onChange={(from) => from && choose({ ...period, from })} />
            </Field>
            <Field label={t("through")} className="w-36" error={wrong ? t("wrongPeriod") : undefined}>
              <DatePicker value={period.through} onChange={(through) => through && choose({ ...period, through })} />
            </Field>
            <IconButton tone="secondary" label={t("nextMonth")} icon={<ChevronRight aria-hidden />} onClick={() => choose(stepMonth(period, 1))} />
            {search.client && (
              <Link to="/billing-runs/new" search={period} className={buttonClass("ghost")}>
                {t("allClients")}
              </Link>
            )}
          </div>
          <ErrorText error={start.error} />
          {preview.error ? (
            <ErrorText error={preview.error} onRetry={() => void preview.refetch()} />
          ) : preview.data ? (
            <Preview preview={preview.data} />
          ) : (
            !wrong && (
              <Loading>
                <Skeleton className="h-64 w-full" />
              </Loading>
            )
          )}
        </div>
      </Page>
    </Needs>
  );
}

function Preview({ preview }: { preview: RunPreview }) {
  const t = useText(messages);
  return (
    <>
      {preview.drafts.length === 0 ? (
        <EmptyState icon={<CalendarOff aria-hidden />} title={t("nothing")}>
          {t("nothingHelp")}
        </EmptyState>
      ) : (
        <Section title={t("wouldMake")} actions={<span className="flex flex-wrap justify-end gap-x-4">{preview.totals.map((sum) => <MoneyText key={sum.currency} money={sum.total} className="font-semibold" />)}</span>}>
          <p className="mb-3 text-table text-muted">{t("wouldMakeHelp")}</p>
          <Rows label={t("wouldMake")} heads={[{ id: "client", text: t("client") }, { id: "lines", text: t("lines"), end: true, wide: true }, { id: "tax", text: t("tax"), end: true, wide: true }, { id: "total", text: t("total"), end: true }]}>
            {preview.drafts.map((draft) => (
              <Row key={`${draft.clientId} ${draft.currency}`}>
                <Cell>
                  <Named name={draft.clientName} bad={draft.refusal !== null} notes={draft.refusal ? [t("wouldBeParked", { why: noteText(t, draft.refusal) })] : draft.warnings.map((warning) => noteText(t, warning))} />
                </Cell>
                <Cell end wide>{draft.lines}</Cell>
                <Cell end wide><MoneyText money={draft.tax} /></Cell>
                <Cell end><MoneyText money={draft.total} /></Cell>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {preview.leftOut.length > 0 && (
        <Section title={t("leftOut")}>
          <Rows label={t("leftOut")} heads={[{ id: "client", text: t("client") }, { id: "charges", text: t("lines"), end: true }]}>
            {preview.leftOut.map((left) => (
              <Row key={`${left.clientId} ${left.currency}`}>
                <Cell>
                  <Named name={left.clientName} notes={[noteText(t, left.because)]} />
                  {left.billedIn && <Link to="/billing-runs/$id" params={{ id: left.billedIn }} className="text-xs text-accent-ink underline">{t("earlierRun")}</Link>}
                </Cell>
                <Cell end>{`${t("openCharges", { count: left.charges })}${left.currency ? ` · ${left.currency}` : ""}`}</Cell>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}
