import { Suspense, useState } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import type { FreeAllowance, FreeHoursOrder, RateCard } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { showDecimal } from "@/lib/decimal";
import { Button, ErrorText, Loading, Needs, Page, Section, Skeleton, toast } from "@/ui";
import { Choice } from "@/ui/Choice";
import { useClientNames } from "@/ui/clients/useClientNames";
import { messages as words, urgencies } from "../parts/messages";
import { allowancesQuery, ratesQuery } from "../parts/terms";
import { useCategoryName } from "../projects/useCategoryName";
import { Agreed } from "./Agreed";
import { Categories, CategoryDialog } from "./Categories";
import { messages } from "./messages";
import { chooseOrder, withdrawAllowance, withdrawRates } from "./queries";
import type { SettingsSearch } from "./search";
import { useRefreshTerms } from "./useRefreshTerms";

const RatesSheet = late(() => import("./RatesSheet").then((part) => ({ default: part.RatesSheet })));
const AllowanceSheet = late(() => import("./AllowanceSheet").then((part) => ({ default: part.AllowanceSheet })));

/** What an hour costs, what costs nothing, and the categories of requests. */
export function TermsPage() {
  const t = useText(messages);
  const { open } = useSearch({ from: "/support/settings" });
  const navigate = useNavigate();
  const arrange = useMay("support.arrange");
  const go = (next?: SettingsSearch["open"]) => void navigate({ to: "/support/settings", search: next ? { open: next } : {} });
  return (
    <Needs permission="support.see">
      <Page title={t("title")}>
        <div className="flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          <Section title={t("rates")} actions={arrange && <Button size="sm" onClick={() => go("rates")}>{t("addRates")}</Button>}>
            <p className="mb-2 text-table text-muted">{t("ratesHelp")}</p>
            <Rates adding={open === "rates" && arrange} onClose={() => go()} />
          </Section>
          <Section title={t("allowances")} actions={arrange && <Button size="sm" onClick={() => go("allowance")}>{t("addAllowance")}</Button>}>
            <p className="mb-2 text-table text-muted">{t("allowancesHelp")}</p>
            <Allowances adding={open === "allowance" && arrange} onClose={() => go()} />
          </Section>
          <Section title={t("categories")} actions={arrange && <Button size="sm" onClick={() => go("category")}>{t("addCategory")}</Button>}>
            <p className="mb-2 text-table text-muted">{t("categoriesHelp")}</p>
            <Categories />
            {open === "category" && arrange && <CategoryDialog of={null} onClose={() => go()} />}
          </Section>
        </div>
      </Page>
    </Needs>
  );
}

const Waiting = ({ query }: { query: { error: unknown; refetch: () => unknown } }) =>
  query.error ? (
    <ErrorText error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Loading>
      <Skeleton className="h-24 w-full" />
    </Loading>
  );

function Rates({ adding, onClose }: { adding: boolean; onClose: () => void }) {
  const t = useText(messages);
  const w = useText(words);
  const { locale } = useFormats();
  const arrange = useMay("support.arrange");
  const query = useQuery(ratesQuery);
  const [changing, setChanging] = useState<RateCard | null>(null);
  const nameOf = useClientNames(query.data?.items.map((one) => one.clientId) ?? []);
  if (!query.data) return <Waiting query={query} />;
  const { items, usual } = query.data;
  return (
    <>
      <Agreed label={t("rates")} items={items} usual={usual} nameOf={(id) => nameOf(id, "…")} onChange={arrange ? setChanging : undefined} withdraw={withdrawRates}>
        {(card) => (
          <span className="flex flex-wrap gap-x-3">
            {urgencies.map((urgency) => (
              <span key={urgency} className="whitespace-nowrap">
                <span className="text-xs text-muted">{w(`urgency_${urgency}`)}</span> <span data-numeric className="tabular">{showDecimal(card[urgency], locale, 2)}</span>
              </span>
            ))}
            <span className="text-xs text-muted">
              {card.currency} {t("anHour")}
            </span>
          </span>
        )}
      </Agreed>
      <Suspense fallback={null}>
        {adding && <RatesSheet card={{ ...usual, clientId: null }} fixed={false} onClose={onClose} />}
        {changing && <RatesSheet card={changing} fixed onClose={() => setChanging(null)} />}
      </Suspense>
    </>
  );
}

function Allowances({ adding, onClose }: { adding: boolean; onClose: () => void }) {
  const t = useText(messages);
  const { locale, number } = useFormats();
  const arrange = useMay("support.arrange");
  const query = useQuery(allowancesQuery);
  const categoryOf = useCategoryName();
  const [changing, setChanging] = useState<FreeAllowance | null>(null);
  const refresh = useRefreshTerms();
  const nameOf = useClientNames(query.data?.items.map((one) => one.clientId) ?? []);
  const order = useMutation({ mutationFn: (next: FreeHoursOrder) => chooseOrder(next), onSuccess: () => toast.done(t("orderSaved")), onError: (failed) => toast.error(failed), onSettled: refresh });
  if (!query.data) return <Waiting query={query} />;
  const { items, usual, order: chosen } = query.data;
  return (
    <>
      <Agreed label={t("allowances")} items={items} usual={usual} nameOf={(id) => nameOf(id, "…")} onChange={arrange ? setChanging : undefined} withdraw={withdrawAllowance}>
        {(one) => <span>{[t("hoursFree", { hours: showDecimal(one.hours, locale, 0) }), ...one.projects.map(({ category, count }) => t("projectsFree", { count: number(count), category: categoryOf(category) })), one.sitesPer > 0 ? t("sitesFree", { count: number(one.sitesPer) }) : t("noSitesFree")].join(" · ")}</span>}
      </Agreed>
      <h3 className="mt-4 mb-2 text-table font-medium">{t("order")}</h3>
      {arrange ? (
        <Choice label={t("order")} value={order.isPending ? order.variables : chosen} onChange={(next) => order.mutate(next)} options={(["earliest", "cheapest"] as const).map((value) => ({ value, label: t(`order_${value}`), hint: t(`order_${value}Help`) }))} />
      ) : (
        <p className="text-table">{t(`order_${chosen}`)}</p>
      )}
      <Suspense fallback={null}>
        {adding && <AllowanceSheet of={{ ...usual, clientId: null }} fixed={false} onClose={onClose} />}
        {changing && <AllowanceSheet of={changing} fixed onClose={() => setChanging(null)} />}
      </Suspense>
    </>
  );
}
