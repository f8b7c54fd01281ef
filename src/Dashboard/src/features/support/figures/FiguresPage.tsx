import { Suspense, useCallback, useMemo } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChartNoAxesColumn, ChevronLeft, ChevronRight } from "lucide-react";
import { useMay } from "@/api/may";
import type { Urgency } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, buttonClass, EmptyState, ErrorText, IconButton, Loading, Needs, Page, Skeleton, useShortcut } from "@/ui";
import { useTableView, type Condition } from "@/ui/table";
import { searchOf } from "@/ui/table/view";
import { ClientFilter } from "../parts/ClientFilter";
import { LeftOut } from "../parts/LeftOut";
import { withPart } from "../parts/lists";
import { urgencies } from "../parts/messages";
import { firstOf, lastOf, monthOf, stepMonth, type Month } from "../parts/month";
import { useCategories } from "../parts/terms";
import { filterable, requestsFilter } from "../requests/filter";
import { Presets } from "../requests/Presets";
import type { RequestsSearch } from "../requests/search";
import { Cards } from "./Cards";
import { Categories, Tiers } from "./Kinds";
import { messages } from "./messages";
import { figuresQuery } from "./queries";

const Heat = late(() => import("./Charts").then((part) => ({ default: part.Heat })));
const HoursOfDay = late(() => import("./Charts").then((part) => ({ default: part.HoursOfDay })));

/** When requests came, of which kind they were, and what they come to. The filter is that of the list, in the address. */
export function FiguresPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/support/figures" });
  const navigate = useNavigate();
  const categories = useCategories();
  const view = useTableView(filterable);
  const { list, of } = search;
  const { conditions } = view.view;
  const filter = useMemo(() => requestsFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, undefined, formats.today), [list, of, view.view, formats.today]);
  const query = useQuery({ ...figuresQuery(filter), placeholderData: keepPreviousData, enabled: useMay("support.see") });
  const categoryOf = (code: string) => categories?.find((one) => one.code === code)?.name ?? code;
  const put = useCallback((column: string, condition: Condition | null) => view.change({ conditions: [...conditions.filter((one) => one.column !== column), ...(condition ? [condition] : [])] }), [view, conditions]);
  const searchWith = (condition: Condition): RequestsSearch => withPart(search, searchOf({ ...view.view, conditions: [...conditions.filter((one) => one.column !== condition.column), condition] }));
  const month = monthIn(conditions);
  const go = (to: Month) => put("resolvedOn", { column: "resolvedOn", op: "between", values: [firstOf(to), lastOf(to)] });
  const step = (months: number) => go(month ? stepMonth(month, months) : monthOf(formats.today));
  useShortcut({ keys: ",", label: t("previous"), group: t("keys"), run: () => step(-1) });
  useShortcut({ keys: ".", label: t("next"), group: t("keys"), run: () => step(1) });
  const chosen = conditions.find((one) => one.column === "urgency")?.values as readonly Urgency[] | undefined;
  const found = query.data;
  return (
    <Needs permission="support.see">
      <Page
        title={t("title")}
        actions={
          <Link to="/support" search={search} className={buttonClass()}>
            {t("toRequests")}
          </Link>
        }
      >
        <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
          <div className="flex flex-wrap items-center gap-2">
            <Presets view={view} counts={undefined} />
            <ClientFilter client={of} onChange={(next) => void navigate({ to: "/support/figures", search: withPart(search, { of: next }) })} />
            <IconButton tone="secondary" label={t("previous")} icon={<ChevronLeft aria-hidden />} onClick={() => step(-1)} />
            <span className="text-table" aria-live="polite">
              {month ? formats.month(firstOf(month)) : t("allDays")}
            </span>
            <IconButton tone="secondary" label={t("next")} icon={<ChevronRight aria-hidden />} onClick={() => step(1)} />
            {month && (
              <Button size="sm" onClick={() => put("resolvedOn", null)}>
                {t("allDays")}
              </Button>
            )}
          </div>
          <ErrorText error={query.error} onRetry={() => void query.refetch()} />
          {!found && !query.error && (
            <Loading>
              <Skeleton className="h-60 w-full" />
            </Loading>
          )}
          <LeftOut clients={found?.leftOut} />
          {found?.requests === 0 && (
            <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          )}
          {found && found.requests > 0 && (
            <>
              <Cards of={found} categoryOf={categoryOf} />
              <Suspense
                fallback={
                  <Loading>
                    <Skeleton className="h-96 w-full" />
                  </Loading>
                }
              >
                <Heat of={found} onDay={(day) => void navigate({ to: "/support", search: searchWith({ column: "resolvedOn", op: "is", values: [day] }) })} />
                <HoursOfDay of={found} />
              </Suspense>
              <Categories of={found} categoryOf={categoryOf} searchWith={searchWith} />
            </>
          )}
          {found && <Tiers of={found} shown={chosen ?? urgencies} onShown={(shown) => put("urgency", shown.length === urgencies.length ? null : { column: "urgency", op: "is", values: [...shown] })} />}
        </div>
      </Page>
    </Needs>
  );
}

/** The month that the days of a filter are; null where they are another span, or all. */
function monthIn(conditions: readonly Condition[]): Month | null {
  const days = conditions.find((one) => one.column === "resolvedOn");
  const [from, to] = days?.values ?? [];
  return days?.op === "between" && from && to && from === firstOf(monthOf(from)) && to === lastOf(monthOf(from)) ? monthOf(from) : null;
}
