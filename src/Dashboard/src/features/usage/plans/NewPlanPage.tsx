import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { keys, metersQuery } from "@/api/queries";
import type { Meter, PeriodLength } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Combobox, DatePicker, ErrorText, Field, FieldRow, Input, Loading, Needs, Page, Select, Skeleton, toast } from "@/ui";
import { faultsOf } from "./faults";
import { messages } from "./messages";
import { emptyTerms, termsOf } from "./model";
import { definePlan } from "./queries";
import { TermsEditor } from "./TermsEditor";

/** Defines a usage plan. */
export function NewPlanPage() {
  const t = useText(messages);
  const meters = useQuery({ ...metersQuery, enabled: useMay("usage.see") });
  return (
    <Needs permission="usage.arrange">
      <Page title={t("newPlan")}>
        <div className="max-w-3xl p-4 sm:p-6">
          <ErrorText error={meters.error} onRetry={() => void meters.refetch()} />
          {meters.data ? (
            <Editor meters={meters.data.items.filter((meter) => !meter.retired)} />
          ) : (
            !meters.error && (
              <Loading>
                <Skeleton className="h-60 w-full" />
              </Loading>
            )
          )}
        </div>
      </Page>
    </Needs>
  );
}

const lengths: readonly PeriodLength[] = ["week", "month", "quarter", "year"];

function Editor({ meters }: { meters: readonly Meter[] }) {
  const t = useText(messages);
  const house = useHouse();
  const currencies = useCurrencies();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const [currency, setCurrency] = useState(house.currency);
  const [every, setEvery] = useState<PeriodLength>("month");
  const [startsOn, setStartsOn] = useState("2024-01-01");
  const [form, setForm] = useState(() => emptyTerms(meters[0]?.code ?? null));
  const define = useMutation({
    mutationFn: () => definePlan({ code: code.trim(), terms: termsOf(form, currency), currency, every, startsOn }),
    onSuccess: async (plan) => {
      toast.done(t("defined"));
      await queries.invalidateQueries({ queryKey: [keys.plans] });
      await navigate({ to: "/usage/plans/$code", params: { code: plan.code } });
    },
  });
  const faults = faultsOf(define.error);
  return (
    <form
      noValidate
      className="flex flex-col gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        define.mutate();
      }}
    >
      <FieldRow>
        <Field label={t("code")} hint={t("codeHint")}>
          <Input value={code} onChange={(event) => setCode(event.target.value)} autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field label={t("currency")}>
          <Combobox label={t("currency")} value={currency} onChange={(next) => next && setCurrency(next)} options={currencies} />
        </Field>
        <Field label={t("every")}>
          <Select value={every} onChange={setEvery} options={lengths.map((value) => ({ value, label: t(value) }))} />
        </Field>
        <Field label={t("startsOn")}>
          <DatePicker value={startsOn} onChange={(day) => day && setStartsOn(day)} label={t("startsOn")} />
        </Field>
      </FieldRow>
      <TermsEditor
        form={form}
        meters={meters}
        faults={faults}
        onChange={(next) => {
          define.reset();
          setForm(next);
        }}
      />
      {faults.size > 0 ? (
        <p role="alert" className="text-sm text-bad">
          {t("mend")}
        </p>
      ) : (
        <ErrorText error={define.error} />
      )}
      <Button type="submit" tone="primary" className="self-start" busy={define.isPending} disabled={code.trim() === ""}>
        {t("define")}
      </Button>
    </form>
  );
}
