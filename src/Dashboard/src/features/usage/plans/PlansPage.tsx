import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus, Tags } from "lucide-react";
import { useMay } from "@/api/may";
import { useText } from "@/i18n/messages";
import { buttonClass, EmptyState, ErrorText, Loading, Needs, Page, Pill, Skeleton } from "@/ui";
import { messages } from "./messages";
import { plansQuery } from "./queries";

/** The usage plans, and the way to a new one. */
export function PlansPage() {
  const t = useText(messages);
  const see = useMay("usage.see");
  const arrange = useMay("usage.arrange");
  const plans = useQuery({ ...plansQuery, enabled: see });
  const add = arrange && (
    <Link to="/usage/plans/new" className={buttonClass("primary")}>
      <Plus aria-hidden className="size-4" />
      {t("newPlan")}
    </Link>
  );
  return (
    <Needs permission="usage.see">
      <Page title={t("plans")} actions={plans.data?.items.length ? add : undefined}>
        <div className="max-w-5xl p-4 sm:p-6">
          <ErrorText error={plans.error} onRetry={() => void plans.refetch()} />
          {!plans.data && !plans.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {plans.data?.items.length === 0 && (
            <EmptyState icon={<Tags aria-hidden />} title={t("noPlan")} actions={add}>
              {t("noPlanHelp")}
            </EmptyState>
          )}
          <ul aria-label={t("plans")} className="flex flex-col">
            {plans.data?.items.map((plan) => (
              <li key={plan.code} className="border-b border-line">
                <Link to="/usage/plans/$code" params={{ code: plan.code }} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded px-2 py-3 hover:bg-hover">
                  <span className="font-medium wrap-anywhere">{plan.name}</span>
                  <span className="font-mono text-xs text-muted">{plan.code}</span>
                  {plan.retired && <Pill tone="quiet">{t("retired")}</Pill>}
                  <span className="ml-auto text-table text-muted">
                    {t(plan.period.every)} · {plan.currency} · {t("chargesN", { count: plan.charges })} · {t("clients", { count: plan.clients })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </Page>
    </Needs>
  );
}
