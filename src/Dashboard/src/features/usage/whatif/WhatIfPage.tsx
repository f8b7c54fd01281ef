import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Scale } from "lucide-react";
import { useMay } from "@/api/may";
import { metersQuery } from "@/api/queries";
import type { Meter, UsagePlan, WantedTerms } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays, addMonths } from "@/lib/dates";
import { Button, buttonClass, DatePicker, EmptyState, ErrorText, Field, Loading, Needs, Page, Section, Select, Skeleton } from "@/ui";
import { faultsOf } from "../plans/faults";
import { formOf, termsOf } from "../plans/model";
import { planQuery, plansQuery } from "../plans/queries";
import { TermsEditor } from "../plans/TermsEditor";
import { Compared } from "./Compared";
import { messages } from "./messages";
import { whatIfQuery } from "./queries";
import type { WhatIfSearch } from "./search";

/** Another plan, or other terms of one, over past usage. */
export function WhatIfPage() {
  const t = useText(messages);
  const { today } = useFormats();
  const search = useSearch({ from: "/usage/what-if" });
  const navigate = useNavigate();
  const see = useMay("usage.see");
  const plans = useQuery({ ...plansQuery, enabled: see });
  const meters = useQuery({ ...metersQuery, enabled: see });
  const code = search.plan ?? plans.data?.items[0]?.code;
  const plan = useQuery({ ...planQuery(code ?? ""), enabled: see && code !== undefined });
  const from = search.from ?? addMonths(`${today.slice(0, 8)}01`, -1);
  const to = search.to ?? addDays(`${today.slice(0, 8)}01`, -1);
  const set = (part: Partial<WhatIfSearch>) => void navigate({ to: "/usage/what-if", replace: true, search: { ...search, ...part } });
  const failed = [plans, meters, plan].find((one) => one.error);
  return (
    <Needs permission="usage.see">
      <Page title={t("whatIf")} about={<span className="max-phone:hidden">{t("about")}</span>}>
        <div className="flex max-w-4xl flex-col gap-8 p-4 sm:p-6">
          <ErrorText error={failed?.error} onRetry={() => void failed?.refetch()} />
          {plans.data?.items.length === 0 && (
            <EmptyState icon={<Scale aria-hidden />} title={t("whatIf")} actions={<Link to="/usage/plans/new" className={buttonClass("primary")}>{t("newPlan")}</Link>}>
              {t("noPlan")}
            </EmptyState>
          )}
          {code && (
            <div className="flex flex-wrap items-end gap-4">
              <Field label={t("plan")} className="w-56">
                <Select value={code} onChange={(next) => set({ plan: next })} options={(plans.data?.items ?? []).map((one) => ({ value: one.code, label: one.name, hint: one.code }))} />
              </Field>
              <Field label={t("from")} className="w-40" error={from > to ? t("wrongDays") : undefined}>
                <DatePicker value={from} onChange={(day) => day && set({ from: day })} label={t("from")} />
              </Field>
              <Field label={t("to")} className="w-40">
                <DatePicker value={to} onChange={(day) => day && set({ to: day })} label={t("to")} />
              </Field>
            </div>
          )}
          {plan.data && meters.data ? (
            <Tried key={`${plan.data.code} ${plan.data.version}`} plan={plan.data} meters={meters.data.items} from={from} to={to} />
          ) : (
            code &&
            !failed && (
              <Loading>
                <Skeleton className="h-40 w-full" />
              </Loading>
            )
          )}
        </div>
      </Page>
    </Needs>
  );
}

function Tried({ plan, meters, from, to }: { plan: UsagePlan; meters: readonly Meter[]; from: string; to: string }) {
  const t = useText(messages);
  const [form, setForm] = useState(() => formOf(plan.versions.at(-1)!.terms));
  const [open, setOpen] = useState(false);
  const [terms, setTerms] = useState<WantedTerms | null>(null);
  const compared = useQuery({ ...whatIfQuery(plan, terms, from, to), enabled: from <= to });
  const faults = faultsOf(compared.error);
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("otherTerms")}
        </Button>
        {terms !== null && <Button onClick={() => setTerms(null)}>{t("asItStands")}</Button>}
      </div>
      {open && (
        <form
          noValidate
          className="flex flex-col gap-8"
          onSubmit={(event) => {
            event.preventDefault();
            setTerms(termsOf(form, plan.currency));
          }}
        >
          <TermsEditor form={form} meters={meters} faults={faults} onChange={setForm} />
          <Button type="submit" tone="primary" className="self-start" busy={compared.isFetching}>
            {t("compare")}
          </Button>
        </form>
      )}
      <Section title={t("result")}>
        {faults.size > 0 ? (
          <p role="alert" className="text-sm text-bad">
            {t("mend")}
          </p>
        ) : (
          <ErrorText error={compared.error} onRetry={() => void compared.refetch()} />
        )}
        {compared.data && !compared.error && <Compared compared={compared.data} />}
        {!compared.data && !compared.error && from <= to && (
          <Loading>
            <Skeleton className="h-40 w-full" />
          </Loading>
        )}
      </Section>
    </>
  );
}
