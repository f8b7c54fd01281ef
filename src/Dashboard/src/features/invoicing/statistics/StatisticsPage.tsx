import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats, useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Combobox, DatePicker, ErrorText, Field, Loading, Needs, Page, Section, Select, Skeleton, Switch } from "@/ui";
import { AgingBars } from "./AgingBars";
import { ExportMenu } from "./ExportMenu";
import { Figures } from "./Figures";
import { messages } from "./messages";
import { Months } from "./Months";
import { monthsQuery, statisticsQuery } from "./queries";
import { RateForm } from "./RateForm";
import { comparisons, type StatisticsSearch } from "./search";

/** What was billed and received, is outstanding and late: per currency, and where wanted seen in one. */
export function StatisticsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const house = useHouse();
  const currencies = useCurrencies();
  const search = useSearch({ from: "/statistics" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const arrange = useMay("invoicing.arrange");
  const { in: currency, rates: at, compare, ...days } = search;
  const asked = { ...days, ...(compare ? { compare } : {}) };
  const may = useMay("invoicing.see");
  const stats = useQuery({ ...statisticsQuery(asked), enabled: may });
  const months = useQuery({ ...monthsQuery(asked), enabled: may });
  const seen = useQuery({ ...statisticsQuery({ ...days, ...(currency ? { in: currency } : {}), ...(at ? { rates: at } : {}) }), enabled: may && currency !== undefined });
  const set = (part: { [K in keyof StatisticsSearch]?: StatisticsSearch[K] | undefined }) => void navigate({ to: "/statistics", replace: true, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as StatisticsSearch });
  const missing = isProblem(seen.error, "no-exchange-rate") ? (seen.error.body as { from?: string; to?: string; at?: string }) : null;
  const before = stats.data?.before;
  const converted = currency ? seen.data?.converted : undefined;
  return (
    <Needs permission="invoicing.see">
      <Page title={t("statistics")} about={stats.data ? <span className="max-phone:hidden">{t("on", { day: formats.day(stats.data.on) })}</span> : undefined}>
        <div className="flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          <div className="flex flex-wrap items-end gap-4">
            <Field label={t("from")} className="w-40">
              <DatePicker value={search.from ?? null} onChange={(from) => set({ from: from ?? undefined })} label={t("from")} />
            </Field>
            <Field label={t("to")} className="w-40">
              <DatePicker value={search.to ?? null} onChange={(to) => set({ to: to ?? undefined })} label={t("to")} />
            </Field>
            <Field label={t("compare")} className="w-56">
              <Select value={compare ?? "none"} onChange={(next) => set({ compare: comparisons.find((one) => one === next) })} options={(["none", ...comparisons] as const).map((value) => ({ value, label: t(`compare_${value}`) }))} />
            </Field>
          </div>
          <ErrorText error={stats.error} onRetry={() => void stats.refetch()} />
          {!stats.data && !stats.error && (
            <Loading>
              <Skeleton className="h-60 w-full" />
            </Loading>
          )}
          {stats.data && (
            <>
              {stats.data.items.length === 0 ? (
                <p className="text-muted">{t("none")}</p>
              ) : (
                <Section
                  title={t("perCurrency")}
                  about={compare && (before ? t("comparedDays", { from: formats.day(before.from), to: formats.day(before.to) }) : t("nothingBefore"))}
                  actions={<ExportMenu of="" label={t("perCurrency")} search={asked} />}
                >
                  <Figures label={t("perCurrency")} items={stats.data.items} days={days} before={before ?? null} />
                </Section>
              )}
              {stats.data.items.map((item) => {
                const shown = months.data?.items.find((one) => one.currency === item.currency);
                return (
                  <div key={item.currency} role="group" aria-label={item.currency} className="flex flex-col gap-4">
                    <h2 className="text-base font-semibold">{item.currency}</h2>
                    <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
                      {shown ? <Months of={shown} search={asked} /> : <p className="text-muted">{months.data ? t("noMonths") : ""}</p>}
                      <AgingBars stats={item} before={before?.items.find((one) => one.currency === item.currency)} on={stats.data.on} search={asked} />
                    </div>
                  </div>
                );
              })}
              <ErrorText error={months.error} onRetry={() => void months.refetch()} />
              <Section title={t("inOne")}>
                <div className="flex flex-col gap-4">
                  <Switch checked={currency !== undefined} onChange={(on) => set({ in: on ? house.currency : undefined, rates: undefined })} label={t("convert")} hint={t("convertHelp")} />
                  {currency && (
                    <div className="flex flex-wrap items-end gap-4">
                      <Field label={t("currency")} className="w-56">
                        <Combobox label={t("currency")} value={currency} onChange={(next) => next && set({ in: next })} options={currencies} />
                      </Field>
                      <Field label={t("ratesOf")} className="w-40">
                        <DatePicker value={at ?? stats.data.on} onChange={(next) => set({ rates: next ?? undefined })} label={t("ratesOf")} />
                      </Field>
                    </div>
                  )}
                  {currency && <ErrorText error={seen.error} />}
                  {converted && (
                    <>
                      <div className="flex items-center justify-between gap-2">
                        <h3 className="text-table font-medium">{t("allIn", { currency: converted.currency })}</h3>
                        <ExportMenu of="/converted" label={t("allIn", { currency: converted.currency })} search={{ ...days, in: converted.currency, rates: converted.at }} />
                      </div>
                      <Figures label={t("allIn", { currency: converted.currency })} items={[converted]} />
                      <ul aria-label={t("ratesUsed")} className="text-table text-muted">
                        {converted.rates.map((rate) => (
                          <li key={rate.from} className="tabular">
                            {t("rateUsed", { from: rate.from, rate: rate.rate, to: rate.to, day: formats.day(rate.on), source: rate.source || "–" })}
                          </li>
                        ))}
                        {converted.rates.length === 0 && <li>{t("noRateNeeded")}</li>}
                      </ul>
                    </>
                  )}
                  {currency && arrange && (missing ?? converted) && (
                    <RateForm
                      key={`${missing?.from} ${currency}`}
                      from={missing?.from ?? stats.data.items.find((item) => item.currency !== currency)?.currency ?? ""}
                      to={currency}
                      on={missing?.at ?? at ?? stats.data.on}
                      onEntered={() => void queries.invalidateQueries({ queryKey: [keys.invoices, "statistics"] })}
                    />
                  )}
                </div>
              </Section>
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}
