import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { TrendingUp } from "lucide-react";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays, daysBetween } from "@/lib/dates";
import { Button, buttonClass, DatePicker, EmptyState, ErrorText, Field, Loading, Needs, Page, Skeleton, Tabs } from "@/ui";
import { Behind } from "./Behind";
import { Chart } from "./Chart";
import { Figures } from "./Figures";
import { messages } from "./messages";
import { churnQuery, endOfDay, revenueQuery } from "./queries";
import type { RevenueSearch } from "./search";
import { Waterfall } from "./Waterfall";

const most = 800;
const ranges = [["last30", 30], ["last90", 90], ["last365", 365]] as const;

/** What subscriptions bring in each month on any day, and what moved it: one currency at a time. */
export function RevenuePage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/subscriptions/revenue" });
  const navigate = useNavigate();
  const see = useMay("subscriptions.see");
  const to = search.to ?? formats.today;
  const days = { from: search.from ?? addDays(to, -89), to };
  const length = daysBetween(days.from, days.to) + 1;
  const inOrder = length >= 1 && length <= most;
  const past = to < formats.today;
  const asked = { enabled: see && inOrder, placeholderData: keepPreviousData } as const;
  const revenue = useQuery({ ...revenueQuery(days, past ? endOfDay(to, formats.timeZone) : undefined), ...asked });
  const churn = useQuery({ ...churnQuery(days), ...asked });
  const set = (part: { [K in keyof RevenueSearch]?: RevenueSearch[K] | undefined }) => void navigate({ to: "/subscriptions/revenue", replace: true, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as RevenueSearch });
  const pages = revenue.data?.currencies;
  const page = pages?.find((one) => one.currency === search.in) ?? pages?.find((one) => one.currency === formats.currency) ?? pages?.[0];
  const lost = churn.data?.currencies.find((one) => one.currency === page?.currency);
  const error = revenue.error ?? churn.error;
  return (
    <Needs permission="subscriptions.see">
      <Page
        title={t("title")}
        about={<span className="max-sm:hidden">{t("about")}</span>}
        {...(pages && pages.length > 1 && page ? { tabs: <Tabs label={t("currencies")} value={page.currency} onChange={(currency) => set({ in: currency })} tabs={pages.map((one) => ({ value: one.currency, label: one.currency }))} /> } : {})}
      >
        <div className="flex max-w-6xl flex-col gap-8 p-4 sm:p-6">
          <div role="group" aria-label={t("range")} className="flex flex-wrap items-end gap-3">
            <Field label={t("from")} className="w-36">
              <DatePicker value={days.from} onChange={(from) => set({ from: from ?? undefined })} label={t("from")} />
            </Field>
            <Field label={t("to")} className="w-36">
              <DatePicker value={days.to} onChange={(next) => set({ to: next ?? undefined })} label={t("to")} />
            </Field>
            <span className="flex flex-wrap gap-2">
              {ranges.map(([name, count]) => (
                <Button key={name} aria-pressed={length === count} className={length === count ? "bg-pressed" : ""} onClick={() => set({ from: addDays(to, 1 - count) })}>
                  {t(name)}
                </Button>
              ))}
            </span>
          </div>
          {!inOrder && (
            <p role="alert" className="text-sm text-bad">
              {t("tooLong")}
            </p>
          )}
          {error && <ErrorText error={error} onRetry={() => void Promise.all([revenue.refetch(), churn.refetch()])} />}
          {!revenue.data && !error && inOrder && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-16 w-full" />
              <Skeleton className="h-52 w-full" />
            </Loading>
          )}
          {pages?.length === 0 && (
            <EmptyState icon={<TrendingUp aria-hidden />} title={t("empty")} actions={<Link to="/subscriptions" className={buttonClass("primary")}>{t("toSubscriptions")}</Link>}>
              {t("emptyHelp")}
            </EmptyState>
          )}
          {page && (
            <>
              <Figures revenue={page} churn={lost} past={past} when={past ? t("on", { day: formats.day(to) }) : t("now")} />
              <Chart revenue={page} onDay={(day) => set({ from: days.from, to: day === formats.today ? undefined : day })} />
              <div className="grid gap-8 xl:grid-cols-2">
                <Waterfall revenue={page} churn={lost} chosen={search.movement} onChoose={(movement) => set({ movement })} />
                {inOrder && <Behind days={days} currency={page.currency} movement={search.movement} onAll={() => set({ movement: undefined })} />}
              </div>
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}
