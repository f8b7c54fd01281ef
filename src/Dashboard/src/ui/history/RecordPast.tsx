import { useMemo, useState } from "react";
import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import { useFormats, type Formats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button } from "../Button";
import { Section } from "../Page";
import { History, type HistoryWords } from "./History";
import { messages } from "./messages";
import { headline } from "./steps";
import { useReadable } from "./words";

const kindsQuery = queryOptions({ queryKey: [keys.history], queryFn: ({ signal }) => ask(api.GET("/api/history", { signal })), staleTime: Infinity });

const pastQuery = (kind: string, id: string) =>
  infiniteQueryOptions({
    queryKey: [keys.history, kind, id],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/history/{kind}/{id}", { params: { path: { kind, id }, query: { limit: 100, ...(pageParam ? { before: pageParam } : {}) } }, signal })),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.before,
  });

const thenQuery = (kind: string, id: string, version: number) =>
  queryOptions({ queryKey: [keys.history, kind, id, version], queryFn: ({ signal }) => ask(api.GET("/api/history/{kind}/{id}", { params: { path: { kind, id }, query: { limit: 1, at: String(version) } }, signal })), staleTime: Infinity });

/** What happened to the thing that an entry is about, and how it stood after any of it; nothing where its past is not to be read. */
export function RecordPast({ entity, id }: { entity: string; id: string }) {
  const kinds = useQuery(kindsQuery);
  const kind = kinds.data?.items.find((one) => one.entity === entity)?.kind;
  return kind ? <Past key={`${kind} ${id}`} kind={kind} id={id} /> : null;
}

/** The past of a record of a kind, opened at a version where one is named. */
export function Past({ kind, id, version }: { kind: string; id: string; version?: number }) {
  const t = useText(messages);
  const formats = useFormats();
  const readable = useReadable();
  const [at, setAt] = useState(version);
  const past = useInfiniteQuery(pastQuery(kind, id));
  const was = useQuery({ ...thenQuery(kind, id, at ?? 0), enabled: at !== undefined });
  const entries = useMemo(() => past.data?.pages.flatMap((page) => page.items).map((item) => ({ ...item, changes: item.changes.filter((change) => !(isNothing(change.from) && isNothing(change.to))) })), [past.data]);
  const then = at === undefined ? past.data?.pages[0]?.then : was.data?.then;
  const words: HistoryWords = { step: (step) => readable(headline(step)), field: (field) => field, value: (_, value) => shown(value, formats) };
  return (
    <div className="mt-6 flex flex-col gap-6">
      <History entries={entries} error={past.error} at={at} onAt={setAt} words={words} />
      {past.hasNextPage && (
        <Button size="sm" className="self-start" busy={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
          {t("older")}
        </Button>
      )}
      {then && (
        <Section title={at === undefined ? t("asItIs") : t("asItWas")}>
          <dl aria-label={t("fields")} className="flex flex-col text-table">
            {Object.entries(then).map(([field, value]) => (
              <div key={field} className="flex flex-wrap justify-between gap-x-3 border-b border-line py-1.5 last:border-0">
                <dt className="font-mono text-xs text-muted">{field}</dt>
                <dd className="min-w-0 wrap-anywhere">{shown(value, formats)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </div>
  );
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** A value of any kind: amounts as people write them, all else as it is. */
function shown(value: unknown, formats: Formats): string {
  if (isNothing(value)) return "–";
  if (typeof value !== "object") return String(value);
  if ("amount" in value && "currency" in value && typeof value.amount === "string" && typeof value.currency === "string") return formats.money({ amount: value.amount, currency: value.currency });
  return JSON.stringify(value);
}
