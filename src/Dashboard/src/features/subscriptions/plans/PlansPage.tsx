import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Package, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Offer } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, Checkbox, EmptyState, ErrorText, Loading, Needs, Page, Pill, Skeleton, toast, useCommand, useShortcut } from "@/ui";
import { usePlanWords } from "../parts/words";
import { messages } from "./messages";
import { Price } from "./Price";
import { offersQuery, seedOffers } from "./queries";

const most = 4;

/** The plans as those who choose see them, and the way to more. */
export function PlansPage() {
  const t = useText(messages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { archived = false } = useSearch({ from: "/subscriptions/plans" });
  const arrange = useMay("subscriptions.arrange");
  const plans = useQuery({ ...offersQuery, enabled: useMay("subscriptions.see") });
  const seed = useMutation({
    mutationFn: seedOffers,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [keys.offers] });
      toast.done(t("seeded"));
    },
  });
  const write = () => void navigate({ to: "/subscriptions/plans/new" });
  useShortcut({ keys: "c", label: t("newPlan"), group: t("plans"), enabled: arrange, run: write });
  useCommand({ id: "new-plan", label: t("newPlan"), icon: <Package aria-hidden />, words: "plan price tarif preis create add", run: write }, arrange);
  const add = arrange && (
    <Link to="/subscriptions/plans/new" className={buttonClass("primary")}>
      <Plus aria-hidden className="size-4" />
      {t("newPlan")}
    </Link>
  );
  const all = plans.data?.items;
  const shown = all?.filter((one) => archived || !one.archived);
  return (
    <Needs permission="subscriptions.see">
      <Page title={t("plans")} actions={all?.length ? add : undefined}>
        <div className="flex flex-col gap-5 p-4 sm:p-6">
          <ErrorText error={plans.error ?? seed.error} {...(plans.error ? { onRetry: () => void plans.refetch() } : {})} />
          {!all && !plans.error && (
            <Loading className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              <Skeleton className="h-56 w-full" />
              <Skeleton className="h-56 w-full" />
              <Skeleton className="h-56 w-full" />
            </Loading>
          )}
          {all?.length === 0 && (
            <EmptyState
              icon={<Package aria-hidden />}
              title={t("none")}
              actions={
                arrange && (
                  <>
                    <Button tone="primary" busy={seed.isPending} onClick={() => seed.mutate()}>
                      {t("seed")}
                    </Button>
                    <Link to="/subscriptions/plans/new" className={buttonClass()}>
                      {t("newPlan")}
                    </Link>
                  </>
                )
              }
            >
              {t("noneHelp")}
            </EmptyState>
          )}
          {all?.some((one) => one.archived) && <Checkbox visible label={t("showArchived")} checked={archived} onChange={(on) => void navigate({ to: "/subscriptions/plans", replace: true, search: on ? { archived: true } : {} })} />}
          {all && all.length > 0 && shown?.length === 0 && <p className="text-muted">{t("noneLeft")}</p>}
          {shown && shown.length > 0 && (
            <ul aria-label={t("plans")} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {shown.map((offer) => (
                <li key={offer.code}>
                  <PlanCard offer={offer} />
                </li>
              ))}
            </ul>
          )}
        </div>
      </Page>
    </Needs>
  );
}

function PlanCard({ offer }: { offer: Offer }) {
  const t = useText(messages);
  const words = usePlanWords();
  const { terms } = offer;
  return (
    <Link to="/subscriptions/plans/$code" params={{ code: offer.code }} className="flex h-full flex-col gap-3 rounded-card border border-line bg-surface p-4 hover:bg-hover">
      <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="font-semibold wrap-anywhere">{terms.name}</span>
        <span className="font-mono text-xs text-muted">{offer.code}</span>
        {offer.archived && <Pill>{t("archived")}</Pill>}
      </span>
      <Price offer={offer} />
      {terms.description && <p className="line-clamp-3 text-table text-muted">{terms.description}</p>}
      <ul className="text-table">
        {terms.entitlements.slice(0, most).map((one) => (
          <li key={one.name} className="flex justify-between gap-3">
            <span className="text-muted">{words.entitlement(one.name)}</span>
            <span className="tabular">{words.limit(one)}</span>
          </li>
        ))}
        {terms.entitlements.length > most && <li className="text-muted">{t("more", { count: terms.entitlements.length - most })}</li>}
      </ul>
      <span className="mt-auto text-xs text-muted">
        {terms.trialDays ? t("trialDays", { count: terms.trialDays }) : t("noTrial")}
        {!offer.public && ` · ${t("hidden")}`}
      </span>
    </Link>
  );
}
