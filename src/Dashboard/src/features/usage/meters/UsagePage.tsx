import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Gauge, Pencil, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { metersQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays, addMonths, daysBetween } from "@/lib/dates";
import { Button, DatePicker, EmptyState, ErrorText, Field, Loading, Needs, Page, SearchInput, Select, Skeleton } from "@/ui";
import { Clients } from "./Clients";
import { DefineMeterSheet } from "./DefineMeterSheet";
import { EventsOf } from "./EventsOf";
import { messages } from "./messages";
import { OverTime } from "./OverTime";
import { usageQuery } from "./queries";
import { ReviseMeterSheet } from "./ReviseMeterSheet";
import { windows, type UsageSearch } from "./search";
import { Totals } from "./Totals";

/** What was used: a meter over time, beside the time before, by client, down to the events. */
export function UsagePage() {
  const t = useText(messages);
  const { today } = useFormats();
  const search = useSearch({ from: "/usage" });
  const navigate = useNavigate();
  const [defining, setDefining] = useState(false);
  const [revising, setRevising] = useState(false);
  const arrange = useMay("usage.arrange");
  const see = useMay("usage.see");
  const meters = useQuery({ ...metersQuery, enabled: see });
  const meter = meters.data?.items.find((one) => one.code === search.meter) ?? meters.data?.items.find((one) => !one.retired) ?? meters.data?.items[0];
  const from = search.from ?? `${today.slice(0, 8)}01`;
  const through = search.through ?? addDays(addMonths(`${from.slice(0, 8)}01`, 1), -1);
  const window = search.window ?? "day";
  const reading = { from, to: addDays(through, 1), subject: search.subject };
  const days = daysBetween(from, through) + 1;
  const live = see && meter !== undefined && days > 0;
  const usage = useQuery({ ...usageQuery(meter?.code ?? "", { ...reading, window }, through >= today), enabled: live });
  const set = (part: { [K in keyof UsageSearch]?: UsageSearch[K] | undefined }) =>
    void navigate({ to: "/usage", replace: true, search: Object.fromEntries(Object.entries({ ...search, events: undefined, ...part }).filter(([, value]) => value !== undefined && value !== "")) as UsageSearch });
  const define = arrange && (
    <Button tone="primary" onClick={() => setDefining(true)}>
      <Plus aria-hidden className="size-4" />
      {t("newMeter")}
    </Button>
  );
  return (
    <Needs permission="usage.see">
      <Page title={t("usage")} actions={meter && (<>{arrange && !meter.retired && <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => setRevising(true)}>{t("revise")}</Button>}{define}</>)}>
        <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
          <ErrorText error={meters.error ?? usage.error} onRetry={() => void (meters.error ? meters : usage).refetch()} />
          {meters.data && !meter && (
            <EmptyState icon={<Gauge aria-hidden />} title={t("noMeter")} actions={define}>
              {t("noMeterHelp")}
            </EmptyState>
          )}
          {!meters.data && !meters.error && (
            <Loading>
              <Skeleton className="h-60 w-full" />
            </Loading>
          )}
          {meter && (
            <>
              <div className="flex flex-wrap items-end gap-4">
                <Field label={t("meter")} className="w-56">
                  <Select value={meter.code} onChange={(code) => set({ meter: code })} options={(meters.data?.items ?? []).map((one) => ({ value: one.code, label: one.name, hint: one.code }))} />
                </Field>
                <Field label={t("from")} className="w-40">
                  <DatePicker value={from} onChange={(day) => set({ from: day ?? undefined })} label={t("from")} />
                </Field>
                <Field label={t("through")} className="w-40">
                  <DatePicker value={through} onChange={(day) => set({ through: day ?? undefined })} label={t("through")} />
                </Field>
                <Field label={t("window")} className="w-32">
                  <Select value={window} onChange={(next) => set({ window: next === "day" ? undefined : next })} options={windows.map((one) => ({ value: one, label: t(one) }))} />
                </Field>
                <SearchInput value={search.subject ?? ""} onChange={(subject) => set({ subject: subject.trim() || undefined })} label={t("subject")} className="w-56" />
              </div>
              {meter.retired && <p role="status" className="text-table text-muted">{t("isRetired")}</p>}
              {live && <Totals meter={meter} reading={reading} days={days} />}
              {usage.data && <OverTime meter={meter} window={window} days={reading} lines={usage.data.items} at={search.events} onAt={(events) => set({ events })} />}
              {live && search.events && usage.data && <EventsOf meter={meter} line={usage.data.items.find((line) => line.from === search.events)} subject={search.subject} onClose={() => set({})} />}
              {live && !search.subject && <Clients meter={meter} reading={reading} onPick={(subject) => set({ subject })} />}
            </>
          )}
        </div>
        {revising && meter && <ReviseMeterSheet meter={meter} onClose={() => setRevising(false)} />}
        {defining && <DefineMeterSheet onClose={() => setDefining(false)} onDefined={(code) => set({ meter: code })} />}
      </Page>
    </Needs>
  );
}
