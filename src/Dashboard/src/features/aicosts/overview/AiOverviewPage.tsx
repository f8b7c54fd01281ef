import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Bot } from "lucide-react";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addMonths } from "@/lib/dates";
import { buttonClass, EmptyState, ErrorText, Explain, Field, Loading, Needs, Page, Select, Skeleton } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { providersQuery } from "../accounts/queries";
import { useAccountNames } from "../accounts/useAccountNames";
import { OpenAlerts } from "../alerts/OpenAlerts";
import { CostText } from "../parts/CostText";
import { useToday } from "../parts/useToday";
import { Budgets } from "./Budgets";
import { ByAccount } from "./ByAccount";
import { Days } from "./Days";
import { messages } from "./messages";
import { dailyQuery, monthQuery } from "./queries";
import { groupings, type AiOverviewSearch, type Grouping } from "./search";

const months = 13;

/** What AI services cost: the month by account with what it comes to, and the last 30 days by provider, account or model. */
export function AiOverviewPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/ai" });
  const navigate = useNavigate();
  const see = useMay("aicosts.see");
  const by: Grouping = search.by ?? "provider";
  const asked = { enabled: see, placeholderData: keepPreviousData } as const;
  const month = useQuery({ ...monthQuery(search.month), ...asked });
  const days = useQuery({ ...dailyQuery(by), ...asked });
  const providers = useQuery({ ...providersQuery, enabled: see }).data?.items;
  const providerOf = (code: string) => providers?.find((one) => one.code === code)?.name ?? code;
  const named = useAccountNames();
  const accountOf = (id: string) => named.accounts.find((one) => one.id === id)?.name ?? "…";
  const clientOf = useClientNames(by === "client" ? (days.data?.items.map((line) => line.group) ?? []) : []);
  const nameOf = by === "provider" ? providerOf : by === "account" ? accountOf : by === "client" ? (group: string) => clientOf(group, "…") : (group: string) => group;
  const set = (part: { [K in keyof AiOverviewSearch]?: AiOverviewSearch[K] | undefined }) => void navigate({ to: "/ai", replace: true, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as AiOverviewSearch });
  const today = useToday();
  const thisMonth = today.slice(0, 7);
  const unpriced = month.data?.items.reduce((sum, one) => sum + one.unpriced, 0) ?? 0;
  const error = month.error ?? days.error ?? named.error;
  const currencies = [...new Set(days.data?.items.map((line) => line.cost.currency))];
  return (
    <Needs permission="aicosts.see">
      <Page
        title={t("title")}
        actions={
          <Field label={t("month")} quiet>
            <Select value={search.month ?? thisMonth} onChange={(next) => set({ month: next === thisMonth ? undefined : next })} options={Array.from({ length: months }, (_, back) => addMonths(`${thisMonth}-01`, -back)).map((first) => ({ value: first.slice(0, 7), label: formats.month(first) }))} className="w-44" />
          </Field>
        }
      >
        <div className="flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          <ErrorText error={error} onRetry={() => void Promise.all([month.refetch(), days.refetch(), ...(named.error ? [named.retry()] : [])])} />
          {search.month === undefined && <OpenAlerts />}
          {!month.data && !error && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-16 w-full" />
              <Skeleton className="h-52 w-full" />
            </Loading>
          )}
          {month.data?.items.length === 0 && (
            <EmptyState icon={<Bot aria-hidden />} title={t("empty")} actions={<Link to="/ai/accounts" className={buttonClass("primary")}>{t("toAccounts")}</Link>}>
              {t("emptyHelp")}
            </EmptyState>
          )}
          {month.data && month.data.items.length > 0 && (
            <>
              <dl className="flex flex-wrap gap-3">
                {month.data.totals.map((total) => (
                  <div key={total.currency} className="rounded-card border border-line bg-surface px-3 py-2">
                    <dt className="text-table text-muted">
                      {t("costIn", { month: formats.month(month.data.from), currency: total.currency })}
                      {today <= month.data.through && ` · ${t("soFar")}`}
                    </dt>
                    <dd><Explain of={{ kind: "ai-month", id: month.data.from.slice(0, 7), currency: total.currency }}><CostText cost={total} large /></Explain></dd>
                  </div>
                ))}
              </dl>
              {unpriced > 0 && (
                <p role="status" className="flex flex-wrap items-center gap-2 rounded-md bg-warn-soft px-3 py-2 text-table">
                  {t("unpriced", { count: unpriced })}
                  <Link to="/ai/usage" search={{ list: "unpriced" }} className="rounded font-medium underline underline-offset-4">{t("showUnpriced")}</Link>
                </p>
              )}
              {search.month === undefined && <Budgets />}
              <ByAccount month={month.data} providerOf={providerOf} />
              <div className="flex flex-col gap-4">
                <Field label={t("by")} className="w-48">
                  <Select<Grouping> value={by} onChange={(next) => set({ by: next === "provider" ? undefined : next })} options={groupings.map((value) => ({ value, label: t(`by_${value}`) }))} />
                </Field>
                {days.data?.items.length === 0 && <p className="text-table text-muted">{t("noDays")}</p>}
                {days.data && currencies.map((currency) => <Days key={currency} currency={currency} by={by} through={days.data.items.reduce((last, line) => (line.day > last ? line.day : last), today)} lines={days.data.items.filter((line) => line.cost.currency === currency)} nameOf={nameOf} onDay={(day) => void navigate({ to: "/ai/usage", search: { filter: `day.is.${day}` } })} />)}
              </div>
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}
