import { Suspense, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Pencil, RefreshCw, Unplug } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { SupportConnection, SupportPass } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Confirm, FactList, Page, Progress, Section, toast } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { Fetched } from "@/ui/Fetched";
import { RawData } from "@/ui/RawData";
import { asItIs } from "./draft";
import { Diary } from "../passes/Diary";
import { messages as diaryWords } from "../passes/messages";
import { messages } from "./messages";
import { Nudges } from "./Nudges";
import { arrange, connectionQuery, endConnection, readNow, testConnection } from "./queries";
import { StatePill, useLastPass, WhatToDo } from "./Standing";
import { stateOf } from "./state";

const ConnectionSheet = late(() => import("./ConnectionSheet").then((part) => ({ default: part.ConnectionSheet })));

/** One connection: how it stands with it, what is agreed, its diary, and what can be done. */
export function ConnectionPage() {
  const { id } = useParams({ from: "/support/connections/$id" });
  const t = useText(messages);
  const query = useQuery({ ...connectionQuery(id), enabled: useMay("support.see") });
  return (
    <Fetched title={t("connection")} query={query} needs="support.see">
      {(connection) => <Loaded connection={connection} />}
    </Fetched>
  );
}

function Loaded({ connection }: { connection: SupportConnection }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const { open } = useSearch({ from: "/support/connections/$id" });
  const [keep, arranges] = [useMay("support.keep") && !connection.ended, useMay("support.arrange") && !connection.ended];
  const last = useLastPass(connection);
  const busy = last !== undefined && last.endedAt === null;
  const [ending, setEnding] = useState(false);
  const go = (next?: "edit" | "nudge") => void navigate({ to: "/support/connections/$id", params: { id: connection.id }, search: next ? { open: next } : {} });
  const { test, read, turn, end } = useDoing(connection, () => setEnding(false));
  return (
    <Page
      title={connection.name}
      about={
        <span className="flex flex-wrap items-center gap-2">
          {t(`kind_${connection.kind}`)} <StatePill connection={connection} last={last} />
        </span>
      }
      actions={
        <>
          {arranges && (
            <>
              <Button tone="danger" icon={<Unplug aria-hidden className="size-4" />} onClick={() => setEnding(true)}>{t("end")}</Button>
              <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => go("edit")}>{t("edit")}</Button>
              <Button busy={turn.isPending} tone={connection.active ? "secondary" : "primary"} onClick={() => turn.mutate()}>{t(connection.active ? "pause" : "resume")}</Button>
              <Button busy={test.isPending} onClick={() => test.mutate()}>{t("test")}</Button>
            </>
          )}
          {keep && connection.active && !connection.shut && <Button tone="primary" busy={read.isPending || busy} icon={<RefreshCw aria-hidden className="size-4" />} onClick={() => read.mutate()}>{t("read")}</Button>}
        </>
      }
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        <Notice connection={connection} last={last} />
        <Facts connection={connection} last={last} />
        {!connection.ended && <Nudges connection={connection} open={open === "nudge"} onOpen={(next) => go(next ? "nudge" : undefined)} />}
        <Diary connection={connection} />
        <RawData of={connection} />
      </div>
      <Suspense fallback={null}>{open === "edit" && arranges && <ConnectionSheet connection={connection} onClose={() => go()} onDone={() => go()} />}</Suspense>
      <Confirm open={ending} onClose={() => setEnding(false)} title={t("endTitle", { name: connection.name })} description={t("endHelp")} action={t("end")} danger busy={end.isPending} onConfirm={() => end.mutate()} />
    </Page>
  );
}

/** What can be done with a connection; each says what came of it. */
function useDoing(connection: SupportConnection, onAsked: () => void) {
  const t = useText(messages);
  const queries = useQueryClient();
  const onError = (failed: unknown) => toast.error(failed);
  const onSettled = () => {
    onAsked();
    return queries.invalidateQueries({ queryKey: [keys.supportConnections] });
  };
  const test = useMutation({ mutationFn: () => testConnection(connection.id), onSuccess: ({ timeZone }) => toast.done(timeZone ? t("testedZone", { zone: timeZone }) : t("tested")), onError });
  const read = useMutation({ mutationFn: () => readNow(connection.id), onSuccess: () => toast.done(t("reading")), onError, onSettled });
  const turn = useMutation({
    mutationFn: () => arrange(connection.id, connection.version, { ...asItIs(connection), active: !connection.active }),
    onSuccess: ({ active }) => toast.done(t(active ? "resumed" : "paused")),
    onError,
    onSettled,
  });
  const end = useMutation({ mutationFn: () => endConnection(connection), onSuccess: () => toast.done(t("endDone", { name: connection.name })), onError, onSettled });
  return { test, read, turn, end };
}

/** What is going on or wrong, said before anything else. */
function Notice({ connection, last }: { connection: SupportConnection; last: SupportPass | undefined }) {
  const d = useText(diaryWords);
  const state = stateOf(connection, last, new Date());
  if (state === "current") return null;
  const bad = state === "shut" || state === "trouble";
  return (
    <div role="status" className={`rounded-md px-3 py-2 text-table ${bad ? "bg-bad-soft" : "bg-quiet-soft"}`}>
      {state === "reading" ? <Progress value={null} label={d("progress")} text={d("progressText", { count: last!.added + last!.changed })} /> : <WhatToDo connection={connection} last={last} />}
    </div>
  );
}

function Facts({ connection, last }: { connection: SupportConnection; last: SupportPass | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  const fluent = connection.kind === "fluent";
  const nameOf = useClientNames([connection.clientId]);
  const count = (entries: readonly unknown[]) => (entries.length > 0 ? t("entries", { count: entries.length }) : null);
  const facts = [
    [t("address"), connection.address],
    [t("user"), connection.user],
    [t(`credential_${connection.kind}`), connection.credentialShown && <code key="credential" className="font-mono text-xs wrap-anywhere">{connection.credentialShown}</code>],
    [t("mailbox"), fluent && (connection.mailbox === null ? t("all") : String(connection.mailbox))],
    [t("projects"), !fluent && (connection.projects ?? t("nothing"))],
    [t("sites"), !fluent && (connection.sites ?? t("nothing"))],
    [t("timeZone"), connection.timeZone ?? t(`timeZone_${connection.kind}`)],
    [t("client"), connection.clientId ? nameOf(connection.clientId, "…") : t("noClient")],
    [t("clients"), count(connection.clients)],
    [t("categories"), count(connection.categories)],
    [t("urgencies"), count(connection.urgencies)],
    [t("every"), t("everyMinutes", { count: connection.everyMinutes })],
    [t("lastRead"), last?.endedAt ? formats.instant(last.endedAt) : t("never")],
  ] as const;
  return (
    <Section title={t("facts")}>
      <FactList facts={facts} className="grid gap-x-8 sm:grid-cols-2" />
    </Section>
  );
}
