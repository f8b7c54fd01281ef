import { Suspense, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Archive, Pencil, RefreshCw } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AiAccount, AiRun } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Confirm, FactList, MoneyText, Page, Progress, Section, toast } from "@/ui";
import { Fetched } from "@/ui/Fetched";
import { RawData } from "@/ui/RawData";
import { OpenAlerts } from "../alerts/OpenAlerts";
import { Reconciled } from "../reconciliation/Reconciled";
import { OfAccount } from "../seats/OfAccount";
import { Balances } from "./Balances";
import { Diary } from "./Diary";
import { messages } from "./messages";
import { accountQuery, archiveAccount, syncAccount, testAccount } from "./queries";
import { StatePill, useLastRun, WhatToDo } from "./Standing";
import { stateOf } from "./state";

const AccountSheet = late(() => import("./AccountSheet").then((part) => ({ default: part.AccountSheet })));

/** One account: how it stands with it, what is agreed, its readings, and what can be done. */
export function AccountPage() {
  const { id } = useParams({ from: "/ai/accounts/$id" });
  const t = useText(messages);
  const query = useQuery({ ...accountQuery(id), enabled: useMay("aicosts.see") });
  return (
    <Fetched title={t("account")} query={query} needs="aicosts.see">
      {(account) => <Loaded account={account} />}
    </Fetched>
  );
}

function Loaded({ account }: { account: AiAccount }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const { open } = useSearch({ from: "/ai/accounts/$id" });
  const arrange = useMay("aicosts.arrange") && !account.archived;
  const last = useLastRun(account);
  const reading = last !== undefined && last.endedAt === null;
  const [archiving, setArchiving] = useState(false);
  const go = (edit: boolean) => void navigate({ to: "/ai/accounts/$id", params: { id: account.id }, search: edit ? { open: "edit" } : {} });
  const { test, sync, archive } = useDoing(account, () => setArchiving(false));
  const asks = arrange && account.credential !== "none";
  return (
    <Page
      title={account.name}
      about={
        <span className="flex flex-wrap items-center gap-2">
          {account.providerName} <StatePill account={account} last={last} />
        </span>
      }
      actions={
        arrange && (
          <>
            <Button tone="danger" icon={<Archive aria-hidden className="size-4" />} onClick={() => setArchiving(true)}>{t("archive")}</Button>
            <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => go(true)}>{t("edit")}</Button>
            {asks && <Button busy={test.isPending} onClick={() => test.mutate()}>{t("test")}</Button>}
            {account.credential === "kept" && account.active && <Button tone="primary" busy={sync.isPending || reading} icon={<RefreshCw aria-hidden className="size-4" />} onClick={() => sync.mutate()}>{t("sync")}</Button>}
          </>
        )
      }
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        <Notice account={account} last={last} />
        <OpenAlerts account={account.id} />
        <Facts account={account} last={last} />
        <Balances account={account.id} />
        <OfAccount account={account.id} />
        <Reconciled account={account.id} />
        <Diary account={account} />
        <RawData of={account} />
      </div>
      <Suspense fallback={null}>{open === "edit" && arrange && <AccountSheet account={account} onClose={() => go(false)} onDone={() => go(false)} />}</Suspense>
      <Confirm open={archiving} onClose={() => setArchiving(false)} title={t("archiveTitle")} description={t("archiveHelp")} action={t("archive")} danger busy={archive.isPending} onConfirm={() => archive.mutate()} />
    </Page>
  );
}

/** What can be done with an account; each says what came of it. */
function useDoing(account: AiAccount, onArchived: () => void) {
  const t = useText(messages);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: [keys.aiAccounts] });
  const onError = (failed: unknown) => toast.error(failed);
  const test = useMutation({ mutationFn: () => testAccount(account.id), onSuccess: () => toast.done(t("tested", { provider: account.providerName })), onError });
  const sync = useMutation({ mutationFn: () => syncAccount(account.id), onSuccess: () => toast.done(t("syncing")), onError, onSettled: refresh });
  const archive = useMutation({
    mutationFn: () => archiveAccount(account.id),
    onSuccess: () => toast.done(t("archived")),
    onError,
    onSettled: () => {
      onArchived();
      return refresh();
    },
  });
  return { test, sync, archive };
}

/** What is going on or wrong, said before anything else. */
function Notice({ account, last }: { account: AiAccount; last: AiRun | undefined }) {
  const t = useText(messages);
  const state = stateOf(account, last, new Date());
  if (state === "archived" || state === "current") return null;
  const bad = state === "rejected" || state === "trouble";
  return (
    <div role="status" className={`rounded-md px-3 py-2 text-table ${bad ? "bg-bad-soft" : "bg-quiet-soft"}`}>
      {state === "reading" ? <Progress value={null} label={t("progress")} text={t("progressText", { count: last!.windows, pages: last!.pages })} /> : <WhatToDo account={account} last={last} />}
    </div>
  );
}

function Facts({ account, last }: { account: AiAccount; last: AiRun | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  const facts = [
    [t("provider"), account.providerName],
    [t("role"), t(`role_${account.role}`)],
    [t("credential"), account.credentialShown ? <code key="key" className="font-mono text-xs wrap-anywhere">{account.credentialShown}</code> : t("noKey")],
    [t("limit"), account.monthlyLimit ? <MoneyText key="limit" money={account.monthlyLimit} /> : t("noLimit")],
    [t("lastRead"), last?.endedAt ? formats.instant(last.endedAt) : t("never")],
    [t("every"), account.credential === "none" ? null : t("everyMinutes", { count: account.everyMinutes })],
    [t("readFrom"), formats.day(account.readFrom)],
    [t("baseUrl"), account.baseUrl],
    [t("scope"), account.scope],
    [t("tags"), account.tags.join(", ")],
  ] as const;
  return (
    <Section title={t("facts")}>
      <FactList facts={facts} className="grid gap-x-8 sm:grid-cols-2" />
    </Section>
  );
}
