import { useRef, useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { BellRing } from "lucide-react";
import { useMay } from "@/api/may";
import type { AiAlert } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, EmptyState, ErrorText, Field, Loading, Select, Skeleton } from "@/ui";
import { useAccountNames } from "../accounts/useAccountNames";
import { useBudgetNames } from "../budgets/useBudgetNames";
import { Acknowledge } from "./Acknowledge";
import { AlertRow } from "./AlertRow";
import { messages } from "./messages";
import { alertsQuery } from "./queries";
import { kinds, type AlertList, type AlertsSearch } from "./search";

const all = "all";

/** The alerts of one list, filtered by what and by which account they are about. */
export function Inbox({ shown, search }: { shown: AlertList; search: AlertsSearch }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const [see, arrange] = [useMay("aicosts.see"), useMay("aicosts.arrange")];
  const list = useInfiniteQuery({ ...alertsQuery(shown, search.kind, search.account), enabled: see });
  const items = list.data?.pages.flatMap((page) => page.items);
  const accounts = useAccountNames();
  const budgets = useBudgetNames(see && (items?.some((one) => one.budgetId !== null) ?? false));
  const [seeing, setSeeing] = useState<AiAlert | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const set = (part: { [K in keyof AlertsSearch]?: AlertsSearch[K] | undefined }) => void navigate({ to: "/ai/alerts", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as AlertsSearch });
  const nameOf = ({ accountId, budgetId }: AiAlert) => (budgetId ? budgets.budgets.find((one) => one.id === budgetId)?.name : accounts.accounts.find((one) => one.id === accountId)?.name) ?? "…";
  const named = accounts.error ?? budgets.error;
  return (
    <>
      <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
        <div className="grid grid-cols-1 gap-4 phone:grid-cols-2 sm:flex">
          <Field label={t("kind")} className="sm:w-64">
            <Select value={search.kind ?? all} onChange={(next) => set({ kind: kinds.find((one) => one === next) })} options={[{ value: all, label: t("allKinds") }, ...kinds.map((value) => ({ value, label: t(`kind_${value}`) }))]} />
          </Field>
          <Field label={t("account")} className="sm:w-64">
            <Select value={search.account ?? all} onChange={(next) => set({ account: next === all ? undefined : next })} options={[{ value: all, label: t("allAccounts") }, ...accounts.accounts.map(({ id, name }) => ({ value: id, label: name }))]} />
          </Field>
        </div>
        <ErrorText error={list.error ?? named} onRetry={() => void Promise.all([list.refetch(), ...(accounts.error ? [accounts.retry()] : []), ...(budgets.error ? [budgets.retry()] : [])])} />
        {!items && !list.error && (
          <Loading>
            <Skeleton className="h-40 w-full" />
          </Loading>
        )}
        <div ref={rows} tabIndex={-1} className="flex flex-col gap-4 outline-none">
          {items?.length === 0 && (
            <EmptyState icon={<BellRing aria-hidden />} title={t(`none_${shown}`)}>
              {t(`help_${shown}`)}
            </EmptyState>
          )}
          {items && items.length > 0 && (
            <ul aria-label={t("title")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
              {items.map((one) => (
                <AlertRow key={one.id} alert={one} about={nameOf(one)} {...(arrange && shown === "open" ? { onSeen: () => setSeeing(one) } : {})} />
              ))}
            </ul>
          )}
        </div>
        {list.hasNextPage && (
          <Button className="self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("more")}
          </Button>
        )}
      </div>
      {/* Its row goes with it, and with the row the place where one was. */}
      {seeing && <Acknowledge key={seeing.id} alert={seeing} about={nameOf(seeing)} onClose={() => setSeeing(null)} onDone={() => document.activeElement === document.body && rows.current?.focus()} />}
    </>
  );
}
