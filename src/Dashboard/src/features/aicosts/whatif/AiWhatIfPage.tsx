import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Scale } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/api/may";
import type { AiModelQuestion } from "@/api/types";
import { useText } from "@/i18n/messages";
import { addDays } from "@/lib/dates";
import { useRested } from "@/lib/useRested";
import { Combobox, DatePicker, EmptyState, ErrorText, Field, Loading, Needs, Page, Select, Skeleton } from "@/ui";
import { providersQuery } from "../accounts/queries";
import { useAccountNames } from "../accounts/useAccountNames";
import { useToday } from "../parts/useToday";
import { ByModel } from "./ByModel";
import { Compared } from "./Compared";
import { messages } from "./messages";
import { modelOptions } from "./models";
import { bookQuery, comparedQuery } from "./queries";
import { areDays, daysOf, type AiWhatIfSearch } from "./search";

const all = "all";

/** What usage of some days would have cost on another model. All that is asked is in the address. */
export function AiWhatIfPage() {
  const t = useText(messages);
  const today = useToday();
  const search = useSearch({ from: "/ai/what-if" });
  const navigate = useNavigate();
  const see = useMay("aicosts.see");
  const { account, provider, model } = search;
  const days = daysOf(search, today);
  const fine = areDays(days);
  const [typed, setTyped] = useState("");
  const part = useRested(typed.trim(), 200);
  const providers = useQuery({ ...providersQuery, enabled: see });
  const book = useQuery({ ...bookQuery(provider ?? "", part), enabled: see && provider !== undefined });
  const named = useAccountNames();
  const set = (change: { [K in keyof AiWhatIfSearch]?: AiWhatIfSearch[K] | undefined }) => void navigate({ to: "/ai/what-if", replace: true, search: Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined)) as AiWhatIfSearch });
  const question = { from: days.from, until: addDays(days.through, 1), provider: provider ?? "", model: model ?? "", ...(account ? { accountId: account } : {}) } as AiModelQuestion;
  const asked = see && fine && provider !== undefined && model !== undefined;
  const compared = useQuery({ ...comparedQuery(question), enabled: asked, placeholderData: keepPreviousData });
  return (
    <Needs permission="aicosts.see">
      <Page title={t("title")} about={<span className="max-phone:hidden">{t("about")}</span>}>
        <div className="flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          <div className="grid grid-cols-1 gap-4 phone:grid-cols-2 lg:grid-cols-5">
            <Field label={t("provider")}>
              <Select value={provider ?? null} onChange={(next) => set({ provider: next, model: undefined })} placeholder={t("chooseProvider")} options={(providers.data?.items ?? []).map((one) => ({ value: one.code, label: one.name }))} />
            </Field>
            <Field label={t("model")} hint={provider === undefined ? t("modelAfter") : t("modelHint")}>
              <Combobox key={provider ?? ""} label={t("model")} placeholder={t("modelPlaceholder")} value={model ?? null} onChange={(next) => set({ model: next ?? undefined })} onType={setTyped} disabled={provider === undefined} options={modelOptions((book.data?.items ?? []).map((one) => one.model), typed, model)} />
            </Field>
            <Field label={t("account")}>
              <Select value={account ?? all} onChange={(next) => set({ account: next === all ? undefined : next })} options={[{ value: all, label: t("allAccounts") }, ...named.accounts.map(({ id, name }) => ({ value: id, label: name }))]} />
            </Field>
            <Field label={t("from")} {...(fine ? {} : { error: t("wrongDays") })}>
              <DatePicker value={days.from} onChange={(day) => day && set({ from: day, through: days.through })} label={t("from")} />
            </Field>
            <Field label={t("through")}>
              <DatePicker value={days.through} onChange={(day) => day && set({ from: days.from, through: day })} label={t("through")} />
            </Field>
          </div>
          <ErrorText error={providers.error ?? book.error ?? compared.error ?? named.error} onRetry={() => void Promise.all([providers.refetch(), ...(book.error ? [book.refetch()] : []), ...(asked ? [compared.refetch()] : []), ...(named.error ? [named.retry()] : [])])} />
          {!asked && fine && (
            <EmptyState icon={<Scale aria-hidden />} title={t("nothingAsked")}>
              {t("nothingAskedHelp")}
            </EmptyState>
          )}
          {asked && !compared.data && !compared.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {asked && compared.data && !compared.error && (
            <>
              <Compared compared={compared.data} model={question.model} />
              {compared.data.compared > 0 && <ByModel question={question} />}
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}
