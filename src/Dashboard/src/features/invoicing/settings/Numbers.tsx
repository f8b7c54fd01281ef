import { useState, type FormEvent } from "react";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { NumberSeries } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, FieldRow, Input, Section, toast } from "@/ui";
import { messages } from "./messages";

const numbersQuery = queryOptions({ queryKey: [keys.invoiceNumbers], queryFn: ({ signal }) => ask(api.GET("/api/invoicing/numbers", { signal })) });

/** How each kind of document is numbered. */
export function Numbers() {
  const t = useText(messages);
  const numbers = useQuery(numbersQuery);
  return (
    <Section title={t("numbers")}>
      <p className="mb-3 text-table text-muted">{t("numbersHelp")}</p>
      <ErrorText error={numbers.error} onRetry={() => void numbers.refetch()} />
      <div className="flex flex-col gap-6">{numbers.data?.items.map((series) => <Series key={`${series.kind} ${series.version}`} series={series} />)}</div>
    </Section>
  );
}

function Series({ series }: { series: NumberSeries }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [pattern, setPattern] = useState(series.pattern);
  const [next, setNext] = useState(String(series.next));
  const whole = /^\d{1,10}$/.test(next.trim());
  const dirty = pattern.trim() !== series.pattern || next.trim() !== String(series.next);
  const save = useMutation({
    mutationFn: () => ask(api.PUT("/api/invoicing/numbers/{kind}", { params: { path: { kind: series.kind } }, headers: ifMatch(series.version), body: { pattern: pattern.trim(), ...(next.trim() === String(series.next) ? {} : { next: Number(next) }) } })),
    onSuccess: () => toast.done(t("saved")),
    onSettled: (_, failed) => failed && !isProblem(failed, "conflict") ? undefined : queries.invalidateQueries({ queryKey: [keys.invoiceNumbers] }),
  });
  const problem = isProblem(save.error) ? save.error : null;
  const ofPattern = problem?.code.startsWith("pattern-") ? problem.message : undefined;
  const ofNext = problem?.code.startsWith("number-") ? problem.message : undefined;
  const name = t(`kind_${series.kind as "invoice" | "credit-note" | "quote"}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole && dirty) save.mutate();
  };
  return (
    <form onSubmit={submit} noValidate aria-label={name} className="flex flex-col gap-3">
      <h3 className="text-table font-medium">
        {name} <span className="tabular font-normal text-muted">{t("comes", { number: series.nextNumber })}</span>
      </h3>
      <FieldRow>
        <Field label={t("pattern")} error={ofPattern}>
          <Input value={pattern} spellCheck={false} onChange={(event) => setPattern(event.target.value)} />
        </Field>
        <Field label={t("next")} error={whole ? ofNext : t("nextWrong")}>
          <Input inputMode="numeric" className="tabular" value={next} onChange={(event) => setNext(event.target.value)} />
        </Field>
      </FieldRow>
      {!ofPattern && !ofNext && <ErrorText error={save.error} />}
      {dirty && (
        <Button type="submit" className="self-start" busy={save.isPending} disabled={!whole}>
          {t("save")}
        </Button>
      )}
    </form>
  );
}
