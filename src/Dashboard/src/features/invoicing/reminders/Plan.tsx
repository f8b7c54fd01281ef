import { Suspense, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { isProblem } from "@/api/problem";
import type { MailText, ReminderPlan } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, ErrorText, Field, IconButton, InputWith, Section, Select, Switch, toast } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import { invoicingSettingsQuery } from "../parts/languages";
import { Fee } from "./Fee";
import { messages } from "./messages";
import { daysOf, planChanges, planDraft, type PlanDraft, type StepDraft } from "./plan";
import { arrangeReminders, reminderPlanQuery } from "./queries";
import { useStepName } from "./words";

const TextSheet = late(() => import("./TextSheet").then((part) => ({ default: part.TextSheet })));

/** When and how clients are reminded, and what being late costs them. */
export function Plan({ plan: latest }: { plan: ReminderPlan }) {
  const t = useText(messages);
  const { locale, day } = useFormats();
  const stepName = useStepName();
  const queries = useQueryClient();
  const categories = useQuery(invoicingSettingsQuery).data?.taxCategories ?? [];
  const [plan, setPlan] = useState(latest);
  const [draft, setDraft] = useState(() => planDraft(latest, locale));
  const [writing, setWriting] = useState<StepDraft | null>(null);
  const { changes, faults } = planChanges(plan, draft, locale);
  const dirty = Object.keys(changes).length > 0 || faults.size > 0;
  const startFrom = (next: ReminderPlan) => {
    setPlan(next);
    setDraft(planDraft(next, locale));
  };
  // Somebody else's change shows at once where nothing is being typed; else it waits for the save.
  if (latest.version > plan.version && !dirty) startFrom(latest);
  const save = useMutation({
    mutationFn: (onto: ReminderPlan) => arrangeReminders(onto, changes),
    onSuccess: (next) => {
      startFrom(next);
      queries.setQueryData(reminderPlanQuery.queryKey, next);
      toast.done(t("saved"));
    },
  });
  const theirs = isProblem(save.error) ? save.error.current<ReminderPlan>() : undefined;
  const set = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }));
  const setStep = (key: number, part: Partial<StepDraft>) => set({ steps: draft.steps.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const nameOf = (step: StepDraft) => stepName(daysOf(step) ?? 0);
  const add = () => set({ steps: [...draft.steps, { key: Math.max(0, ...draft.steps.map(({ key }) => key)) + 1, days: "60", when: "after", on: true, texts: [] }] });
  const written = (step: StepDraft, texts: MailText[]) => {
    const usual = (text: MailText) => step.texts.some((was) => was.language === text.language && !was.own && was.subject === text.subject && was.message === text.message);
    setStep(step.key, { texts: texts.map((text) => ({ ...text, own: !usual(text) })) });
    setWriting(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (faults.size === 0 && dirty) save.mutate(plan);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-8">
      <Section title={t("reminders")}>
        <div className="flex flex-col gap-5">
          <Switch checked={draft.on} onChange={(on) => set({ on })} label={t("turnOn")} hint={plan.onSince ? t("onSince", { day: day(plan.onSince) }) : t("turnOnHelp")} />
          <ul aria-label={t("steps")} className="flex flex-col gap-3">
            {draft.steps.map((step) => (
              <li key={step.key} className="flex flex-wrap items-start gap-2">
                <Field label={t("days")} quiet error={faults.has(`step ${step.key}`) ? t("daysWrong") : undefined} className="w-28">
                  <InputWith after={t("daysShort")} inputMode="numeric" className="tabular" value={step.days} onChange={(event) => setStep(step.key, { days: event.target.value })} />
                </Field>
                <Select className="w-44!" label={t("when")} value={step.when} onChange={(when) => setStep(step.key, { when })} options={(["before", "after"] as const).map((value) => ({ value, label: t(`when_${value}`) }))} />
                <Button disabled={step.texts.length === 0} aria-label={t(step.texts.some((text) => text.own) ? "ownTextOf" : "textOf", { step: nameOf(step) })} onClick={() => setWriting(step)}>
                  {t(step.texts.some((text) => text.own) ? "ownText" : "text")}
                </Button>
                <span className="flex h-8 items-center">
                  <Switch checked={step.on} onChange={(on) => setStep(step.key, { on })} label={t("bySelf")} />
                </span>
                <IconButton label={t("removeStep", { step: nameOf(step) })} icon={<X aria-hidden />} onClick={() => set({ steps: draft.steps.filter(({ key }) => key !== step.key) })} />
              </li>
            ))}
          </ul>
          <Button className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
            {t("addStep")}
          </Button>
        </div>
      </Section>
      <Fee draft={draft} faults={faults} categories={categories.map((one) => one.name)} onChange={set} />
      {theirs ? (
        <Conflict
          differences={Object.keys(changes).map((field) => ({ field, theirs: JSON.stringify(theirs[field as keyof ReminderPlan]), yours: JSON.stringify(changes[field as keyof typeof changes]) }))}
          onTheirs={() => {
            startFrom(theirs);
            save.reset();
          }}
          onMine={() => save.mutate(theirs)}
        />
      ) : (
        <ErrorText error={save.error} />
      )}
      <Button type="submit" tone="primary" className="self-start" busy={save.isPending} disabled={!dirty || faults.size > 0}>
        {t("save")}
      </Button>
      <Suspense fallback={null}>
        {writing && <TextSheet title={nameOf(writing)} kind="reminder" step={daysOf(writing) ?? 0} texts={writing.texts} placeholders={plan.placeholders} lists={plan.lists} action={t("takeText")} onClose={() => setWriting(null)} onDone={(texts) => written(writing, texts)} />}
      </Suspense>
    </form>
  );
}
