import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { PlanClient, UsagePlan } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, DatePicker, ErrorText, Field, FieldRow, Input, Section, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { useClientNames } from "@/ui/clients/useClientNames";
import { messages } from "./messages";
import { givePlan, leavePlan, planClientsQuery } from "./queries";

/** Who is billed by a plan, and from when to when. */
export function ClientsOfPlan({ plan }: { plan: UsagePlan }) {
  const t = useText(messages);
  const formats = useFormats();
  const arrange = useMay("usage.arrange");
  const having = useQuery(planClientsQuery(plan.code));
  const nameOf = useClientNames(having.data?.items.map((one) => one.clientId) ?? []);
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<PlanClient | null>(null);
  return (
    <Section
      title={t("clientsOf")}
      actions={
        arrange &&
        !plan.retired && (
          <Button size="sm" onClick={() => setGiving(true)}>
            <Plus aria-hidden className="size-4" />
            {t("give")}
          </Button>
        )
      }
    >
      <ErrorText error={having.error} onRetry={() => void having.refetch()} />
      {having.data?.items.length === 0 && <p className="text-table text-muted">{t("noClients")}</p>}
      <ul aria-label={t("clientsOf")} className="text-table">
        {having.data?.items.map((one) => (
          <li key={one.assignmentId} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
            <span className="font-medium wrap-anywhere">{nameOf(one.clientId)}</span>
            {one.subject !== one.clientId && <span className="font-mono text-xs text-muted wrap-anywhere">{one.subject}</span>}
            <span className="ml-auto text-muted">
              {formats.day(one.from)} – {one.through ? formats.day(one.through) : t("noEnd")}
            </span>
            {arrange && (
              <Button size="sm" aria-label={t("endOf", { client: nameOf(one.clientId) })} onClick={() => setEnding(one)}>
                {t("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {giving && <Give plan={plan} onClose={() => setGiving(false)} />}
      {ending && <End plan={plan} of={ending} name={nameOf(ending.clientId)} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function Give({ plan, onClose }: { plan: UsagePlan; onClose: () => void }) {
  const t = useText(messages);
  const { today } = useFormats();
  const queries = useQueryClient();
  const [client, setClient] = useState<string | null>(null);
  const [subject, setSubject] = useState("");
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [through, setThrough] = useState<string | null>(null);
  const give = useMutation({
    mutationFn: () => givePlan(plan.code, { clientId: client!, from, ...(subject.trim() ? { subject: subject.trim() } : {}), ...(through ? { through } : {}) }),
    onSuccess: async () => {
      toast.done(t("given"));
      await queries.invalidateQueries({ queryKey: [keys.plans] });
      onClose();
    },
  });
  return (
    <Sheet open onClose={onClose} title={t("give")} dirty={client !== null && !give.isSuccess}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate();
        }}
      >
        <Field label={t("client")}>
          <ClientPicker label={t("client")} value={client} onChange={setClient} />
        </Field>
        <Field label={t("subject")} hint={t("subjectHint")}>
          <Input value={subject} onChange={(event) => setSubject(event.target.value)} autoCapitalize="none" spellCheck={false} />
        </Field>
        <FieldRow>
          <Field label={t("from")}>
            <DatePicker value={from} onChange={(day) => day && setFrom(day)} label={t("from")} />
          </Field>
          <Field label={t("through")}>
            <DatePicker value={through} onChange={setThrough} label={t("through")} />
          </Field>
        </FieldRow>
        <ErrorText error={give.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={give.isPending} disabled={client === null}>
            {t("give")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function End({ plan, of, name, onClose }: { plan: UsagePlan; of: PlanClient; name: string; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [through, setThrough] = useState<string | null>(of.through ?? null);
  const leave = useMutation({
    mutationFn: () => leavePlan(plan.code, of.assignmentId, through),
    onSuccess: async () => {
      toast.done(t("ended"));
      await queries.invalidateQueries({ queryKey: [keys.plans] });
      onClose();
    },
  });
  return (
    <Sheet open onClose={onClose} title={t("endOf", { client: name })}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          leave.mutate();
        }}
      >
        <Field label={t("through")}>
          <DatePicker value={through} onChange={setThrough} label={t("through")} />
        </Field>
        <ErrorText error={leave.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={leave.isPending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
