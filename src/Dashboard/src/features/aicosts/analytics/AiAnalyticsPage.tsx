import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { TrendingUp } from "lucide-react";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays } from "@/lib/dates";
import { buttonClass, EmptyState, ErrorText, Field, Loading, Needs, Page, Select, Skeleton } from "@/ui";
import { useAccountNames } from "../accounts/useAccountNames";
import { useToday } from "../parts/useToday";
import { Anomalies } from "./Anomalies";
import { daysOf } from "./days";
import { Forecast } from "./Forecast";
import { messages } from "./messages";
import { anomaliesQuery, forecastQuery, ofSame, trendsQuery } from "./queries";
import { baselines, horizons, sensitivities, shownDays, type AnalyticsSearch } from "./search";
import { Trend } from "./Trend";

const all = "all";
const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** Where AI costs are going: daily costs with their averages, a forecast with its band, and the days that stand out. All of it is in the address. */
export function AiAnalyticsPage() {
  const t = useText(messages);
  const { number } = useFormats();
  const today = useToday();
  const search = useSearch({ from: "/ai/analytics" });
  const navigate = useNavigate();
  const see = useMay("aicosts.see");
  const { account } = search;
  const [shown, ahead, beyond, baseline] = [search.days ?? shownDays[0], search.ahead ?? horizons[0], search.beyond ?? sensitivities[0], search.baseline ?? baselines[0]];
  const [from, until] = [addDays(today, 1 - shown), addDays(today, 1)];
  const asked = { enabled: see, placeholderData: ofSame(account) } as const;
  const trends = useQuery({ ...trendsQuery(account, from, until), ...asked });
  const known = trends.data !== undefined && trends.data.items.length > 0;
  const forecast = useQuery({ ...forecastQuery(account, ahead), ...asked, enabled: see && known });
  const anomalies = useQuery({ ...anomaliesQuery(account, from, until, beyond, baseline), ...asked });
  const named = useAccountNames();
  const set = (part: { [K in keyof AnalyticsSearch]?: AnalyticsSearch[K] | undefined }) => void navigate({ to: "/ai/analytics", replace: true, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as AnalyticsSearch });
  const tooFew = isProblem(forecast.error, "too-few-days");
  const error = trends.error ?? anomalies.error ?? (tooFew ? null : forecast.error) ?? named.error;
  const daysText = (count: number) => ({ value: String(count), label: t("daysCount", { count }) });
  return (
    <Needs permission="aicosts.see">
      <Page title={t("title")}>
        <div className="flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          <div className="grid grid-cols-2 gap-4 lg:grid-cols-5">
            <Field label={t("account")}>
              <Select value={account ?? all} onChange={(next) => set({ account: next === all ? undefined : next })} options={[{ value: all, label: t("allAccounts") }, ...named.accounts.map(({ id, name }) => ({ value: id, label: name }))]} />
            </Field>
            <Field label={t("shown")}>
              <Select value={String(shown)} onChange={(next) => set({ days: shownDays.find((one) => String(one) === next) })} options={ascending(shownDays).map(daysText)} />
            </Field>
            <Field label={t("ahead")}>
              <Select value={String(ahead)} onChange={(next) => set({ ahead: horizons.find((one) => String(one) === next) })} options={ascending(horizons).map(daysText)} />
            </Field>
            <Field label={t("beyond")}>
              <Select value={beyond} onChange={(next) => set({ beyond: next })} options={[...sensitivities].sort().map((value) => ({ value, label: t("deviations", { count: number(Number(value)) }) }))} />
            </Field>
            <Field label={t("baseline")}>
              <Select value={String(baseline)} onChange={(next) => set({ baseline: baselines.find((one) => String(one) === next) })} options={ascending(baselines).map(daysText)} />
            </Field>
          </div>
          <ErrorText error={error} onRetry={() => void Promise.all([trends.refetch(), anomalies.refetch(), ...(known ? [forecast.refetch()] : []), ...(named.error ? [named.retry()] : [])])} />
          {!trends.data && !trends.error && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-60 w-full" />
              <Skeleton className="h-32 w-full" />
            </Loading>
          )}
          {trends.data?.items.length === 0 && (
            <EmptyState icon={<TrendingUp aria-hidden />} title={t("empty")} actions={<Link to="/ai/accounts" className={buttonClass("primary")}>{t("toAccounts")}</Link>}>
              {t("emptyHelp")}
            </EmptyState>
          )}
          {trends.data?.items.map((trend) => {
            const line = forecast.data?.items.find((one) => one.currency === trend.currency);
            return (
              <div key={trend.currency} className="flex flex-col gap-4">
                <Trend trend={trend} days={daysOf(trend, line, anomalies.data?.items ?? [])} judged={anomalies.data !== undefined} onDay={(day) => void navigate({ to: "/ai/usage", search: { filter: `day.is.${day}` } })} />
                {line && <Forecast line={line} horizon={forecast.data!.horizon} />}
                {(tooFew || forecast.data?.tooFewDays.includes(trend.currency)) && <p className="text-table text-muted">{t("tooFew", { currency: trend.currency })}</p>}
              </div>
            );
          })}
          {known && anomalies.data && <Anomalies items={anomalies.data.items} />}
        </div>
      </Page>
    </Needs>
  );
}
