import { useState } from "react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Pause, Play } from "lucide-react";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { keys, metersQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, ErrorText, Field, Needs, Page, Pill, SearchInput, Select } from "@/ui";
import { messages } from "./messages";
import type { TailSearch } from "./search";

const everything = "*";
const minutes = 10;

/** Usage events are no facts of the log, so no live update tells of them: the newest are read again every two seconds while somebody watches. */
const tailQuery = ({ meter, subject }: TailSearch, watching: boolean) =>
  queryOptions({
    queryKey: [keys.usage, "tail", meter, subject],
    queryFn: ({ signal }) => ask(api.GET("/api/usage/events", { params: { query: { takenSince: new Date(Date.now() - minutes * 60_000).toISOString(), sort: "-takenAt", limit: 100, ...(meter ? { meter } : {}), ...(subject ? { subject } : {}) } }, signal })),
    refetchInterval: watching ? 2_000 : false,
    staleTime: watching ? 0 : Infinity,
    enabled: watching,
  });

export function TailPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/usage/live" });
  const navigate = useNavigate();
  const see = useMay("usage.see");
  const [watching, setWatching] = useState(true);
  const meters = useQuery({ ...metersQuery, enabled: see });
  const tail = useQuery(tailQuery(search, see && watching));
  const set = (part: { [K in keyof TailSearch]: TailSearch[K] | undefined }) => void navigate({ to: "/usage/live", replace: true, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as TailSearch });
  return (
    <Needs permission="usage.see">
      <Page
        title={t("tail")}
        about={<span role="status"><Pill tone={watching ? "good" : "quiet"}>{t(watching ? "watching" : "paused")}</Pill></span>}
        actions={<Button icon={watching ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />} onClick={() => setWatching(!watching)}>{t(watching ? "pause" : "goOn")}</Button>}
      >
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <p className="text-table text-muted">{t("help")}</p>
          <div className="flex flex-wrap items-end gap-4">
            <Field label={t("meter")} className="w-56">
              <Select value={search.meter ?? everything} onChange={(code) => set({ meter: code === everything ? undefined : code, subject: search.subject })} options={[{ value: everything, label: t("all") }, ...(meters.data?.items ?? []).map((one) => ({ value: one.code, label: one.name, hint: one.code }))]} />
            </Field>
            <SearchInput value={search.subject ?? ""} onChange={(subject) => set({ meter: search.meter, subject: subject.trim() || undefined })} label={t("subject")} className="w-56" />
          </div>
          <ErrorText error={tail.error} onRetry={() => void tail.refetch()} />
          {tail.data?.items.length === 0 && <p className="text-muted">{t("nothing")}</p>}
          {tail.data && tail.data.items.length > 0 && (
            <ul aria-label={t("events")} className="flex flex-col divide-y divide-line rounded-card border border-line">
              {tail.data.items.map((one) => (
                <li key={`${one.id}\n${one.takenAt}`} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2 text-table">
                  <span className="tabular w-44 shrink-0 text-muted">{formats.instant(one.at)}</span>
                  <span className="min-w-0 basis-28 font-medium wrap-anywhere">{one.meter}</span>
                  <span className="tabular w-24 shrink-0 text-right">{showDecimal(one.value, formats.locale, 0)}</span>
                  <span className="min-w-0 flex-1 basis-48 break-words">
                    {one.subject}
                    <span className="block font-mono text-xs break-all text-muted">
                      {one.id}
                      {Object.entries(one.properties).map(([name, value]) => ` · ${name}=${value}`)}
                      {!one.counted && ` · ${t("notCounted")}`}
                      {` · ${t("tookIn", { when: formats.clock(one.takenAt) })}`}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Page>
    </Needs>
  );
}
