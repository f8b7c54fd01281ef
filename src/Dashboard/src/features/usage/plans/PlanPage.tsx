import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { keys, metersQuery } from "@/api/queries";
import type { Meter, UsagePlan } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, Confirm, ErrorText, Loading, Needs, Page, Pill, Section, Skeleton, toast } from "@/ui";
import { ClientsOfPlan } from "./ClientsOfPlan";
import { faultsOf } from "./faults";
import { messages } from "./messages";
import { formOf, termsOf } from "./model";
import { planQuery, retirePlan, revisePlan } from "./queries";
import { TermsEditor } from "./TermsEditor";

/** A usage plan: its clients, its terms for periods to come, its versions. */
export function PlanPage() {
  const t = useText(messages);
  const { code } = useParams({ from: "/usage/plans/$code" });
  const see = useMay("usage.see");
  const plan = useQuery({ ...planQuery(code), enabled: see });
  const meters = useQuery({ ...metersQuery, enabled: see });
  const arrange = useMay("usage.arrange");
  const queries = useQueryClient();
  const [retiring, setRetiring] = useState(false);
  const retire = useMutation({
    mutationFn: () => retirePlan(code),
    onSuccess: async () => {
      setRetiring(false);
      toast.done(t("retiredDone"));
      await queries.invalidateQueries({ queryKey: [keys.plans] });
    },
  });
  return (
    <Needs permission="usage.see">
      <Page
        title={plan.data?.terms.name ?? code}
        about={plan.data && <span className="inline-flex flex-wrap items-baseline gap-2">{`${t(plan.data.period.every)} · ${plan.data.currency}`}{plan.data.retired && <Pill tone="quiet">{t("retired")}</Pill>}</span>}
        actions={
          <>
            <Link to="/usage/what-if" search={{ plan: code }} className={buttonClass("secondary")}>
              {t("tryOut")}
            </Link>
            {arrange && plan.data && !plan.data.retired && <Button onClick={() => setRetiring(true)}>{t("retire")}</Button>}
          </>
        }
      >
        <div className="flex max-w-3xl flex-col gap-8 p-4 sm:p-6">
          <ErrorText error={plan.error ?? meters.error} onRetry={() => void (plan.error ? plan : meters).refetch()} />
          {plan.data && meters.data ? (
            <>
              <ClientsOfPlan plan={plan.data} />
              <Versions key={plan.data.version} plan={plan.data} meters={meters.data.items} may={arrange && !plan.data.retired} />
            </>
          ) : (
            !plan.error && (
              <Loading>
                <Skeleton className="h-60 w-full" />
              </Loading>
            )
          )}
        </div>
        <Confirm open={retiring} onClose={() => setRetiring(false)} title={t("retirePlan")} action={t("retire")} danger busy={retire.isPending} onConfirm={() => retire.mutate()}>
          {t("retireHelp")}
          <ErrorText error={retire.error} />
        </Confirm>
      </Page>
    </Needs>
  );
}

/** The newest version to be changed for periods to come, and what holds when. */
function Versions({ plan, meters, may }: { plan: UsagePlan; meters: readonly Meter[]; may: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const newest = plan.versions.at(-1)!;
  const [form, setForm] = useState(() => formOf(newest.terms));
  const revise = useMutation({
    mutationFn: () => revisePlan(plan, termsOf(form, plan.currency)),
    onSuccess: async (now) => {
      const from = now.versions.at(-1)!.from;
      toast.done(now.version === plan.version ? t("unchanged") : t("saved", { day: formats.day(from) }));
      await queries.invalidateQueries({ queryKey: [keys.plans] });
    },
  });
  const faults = faultsOf(revise.error);
  return (
    <>
      {plan.versions.length > 1 && (
        <Section title={t("versions")}>
          <ol className="text-table">
            {plan.versions.map((version, index) => (
              <li key={version.from} className="border-b border-line py-2">
                {index === 0 ? t("holdsNow") : t("holdsFrom", { day: formats.day(version.from) })}: {version.terms.name}, {t("chargesN", { count: version.terms.charges.length })}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <form
        noValidate
        className="flex flex-col gap-8"
        onSubmit={(event) => {
          event.preventDefault();
          revise.mutate();
        }}
      >
        <fieldset disabled={!may} className="min-w-0">
          <legend className="sr-only">{t("plan")}</legend>
          <TermsEditor
            form={form}
            meters={meters}
            faults={faults}
            onChange={(next) => {
              revise.reset();
              setForm(next);
            }}
          />
        </fieldset>
        {faults.size > 0 ? (
          <p role="alert" className="text-sm text-bad">
            {t("mend")}
          </p>
        ) : (
          <ErrorText error={revise.error} />
        )}
        {may && (
          <Button type="submit" tone="primary" className="self-start" busy={revise.isPending}>
            {t("saveVersion")}
          </Button>
        )}
      </form>
    </>
  );
}
