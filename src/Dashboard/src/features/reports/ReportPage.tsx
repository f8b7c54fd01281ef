import { Suspense, useState } from "react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Bookmark, FileChartColumn, ShieldCheck } from "lucide-react";
import { download } from "@/api/client";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { late } from "@/lib/late";
import { Button, DatePicker, EmptyState, ErrorText, Field, Loading, Page, Pill, Skeleton } from "@/ui";
import { ChartMenu } from "@/ui/chart";
import { Charts } from "./Chart";
import { Comparison } from "./Comparison";
import { messages } from "./messages";
import { exportPath, replayReport, reportQuery, reportsQuery } from "./queries";
import { Rows } from "./Rows";
import type { ReportSearch } from "./search";
import { nameOf, saysOf } from "./words";

const SaveSheet = late(() => import("./SaveSheet").then((part) => ({ default: part.SaveSheet })));

/** One report, as it stands or as it stood at the end of a day. */
export function ReportPage() {
  const t = useText(messages);
  const formats = useFormats();
  const { name } = useParams({ from: "/reports/$name" });
  const search = useSearch({ from: "/reports/$name" });
  const navigate = useNavigate();
  const kind = useQuery(reportsQuery).data?.items.find((one) => one.name === name);
  const report = useQuery({ ...reportQuery(name, search), placeholderData: keepPreviousData });
  const check = useMutation({ mutationFn: () => replayReport(name, search) });
  const keep = useMay("reports.keep");
  const [saving, setSaving] = useState(false);
  const set = (part: { [K in keyof ReportSearch]: Day | null }) => {
    check.reset();
    void navigate({ to: "/reports/$name", params: { name }, replace: true, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, day]) => day)) as ReportSearch });
  };
  const page = report.data?.name === name ? report.data : undefined;
  const title = nameOf(t, name);
  const days = page?.from && page.through ? { from: search.from ?? page.from, to: search.to ?? page.through } : null;
  return (
    <Page
      title={title}
      about={kind && <span className="hidden lg:inline">{saysOf(t, name, kind.says)}</span>}
      actions={
        page && (
          <>
            {!search.asOf && (
              <Button icon={<ShieldCheck aria-hidden className="size-4" />} busy={check.isPending} onClick={() => check.mutate()}>
                {t("check")}
              </Button>
            )}
            {keep && !search.asOf && (
              <Button icon={<Bookmark aria-hidden className="size-4" />} onClick={() => setSaving(true)}>
                {t("save")}
              </Button>
            )}
            <ChartMenu label={t("file")} name={name} table={{ fetch: (format) => download(exportPath(name, search, format), `${name}.${format}`) }} />
          </>
        )
      }
    >
      <div className="flex max-w-6xl flex-col gap-6 p-4 sm:p-6">
        <div role="group" aria-label={t("parameters")} className="flex flex-wrap items-end gap-3">
          {days && (
            <>
              <Field label={t("from")} className="w-36">
                <DatePicker value={days.from} onChange={(from) => set({ from })} label={t("from")} />
              </Field>
              <Field label={t("to")} className="w-36">
                <DatePicker value={days.to} onChange={(to) => set({ to })} label={t("to")} />
              </Field>
            </>
          )}
          <Field label={t("at")} className="w-36">
            <DatePicker value={search.asOf ?? null} onChange={(day) => set({ asOf: day === formats.today ? null : day })} label={t("at")} />
          </Field>
          {search.asOf && <Button onClick={() => set({ asOf: null })}>{t("now")}</Button>}
        </div>
        {search.asOf && page && page.events !== null && (
          <p className="flex flex-wrap items-center gap-2 text-table text-muted">
            <Pill tone="warn">{t("past", { day: formats.day(search.asOf) })}</Pill> {t("madeFrom", { count: page.events })}
          </p>
        )}
        <ErrorText error={report.error} onRetry={() => void report.refetch()} />
        <ErrorText error={check.error} />
        {check.data?.compared && <Comparison compared={check.data.compared} />}
        {!page && !report.error && (
          <Loading>
            <Skeleton className="h-64 w-full" />
          </Loading>
        )}
        {page && !report.error && page.rows.length === 0 && (
          <EmptyState icon={<FileChartColumn aria-hidden />} title={t("empty")}>
            {t("emptyHelp")}
          </EmptyState>
        )}
        {page && !report.error && page.rows.length > 0 && (
          <>
            <Charts report={page} />
            <Rows report={page} title={title} />
            {page.more > 0 && <p className="text-table text-muted">{t("more", { count: page.more })}</p>}
          </>
        )}
      </div>
      <Suspense fallback={null}>{saving && <SaveSheet report={name} name={title} days={days} search={search} onClose={() => setSaving(false)} />}</Suspense>
    </Page>
  );
}
