import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import type { SubscriptionSettings, SubscriptionSettingsInput } from "@/api/types";
import { useText, type PlainKey } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, Section, toast } from "@/ui";
import { Choice } from "@/ui/Choice";
import { Conflict } from "@/ui/conflict/Conflict";
import { Screen } from "@/ui/settings";
import { changesOf, draftOf, readDraft, type Draft } from "./changes";
import { Dunning } from "./Dunning";
import { messages } from "./messages";
import { Portal } from "./Portal";
import { settingsQuery } from "./queries";

/** What holds for all subscriptions: how parts of a period are counted, how far their invoices go by themselves, what is done about cards that are declined, and what clients may do by themselves. */
export function SubscriptionsSettingsPage() {
  const t = useText(messages);
  const settings = useQuery({ ...settingsQuery, enabled: useMay("subscriptions.see") });
  return (
    <Screen needs="subscriptions.arrange" title={t("title")} query={settings}>
      {(found) => <Form settings={found} />}
    </Screen>
  );
}

function Form({ settings: latest }: { settings: SubscriptionSettings }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [settings, setSettings] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(latest));
  const { faults, rules } = readDraft(draft);
  const changes = changesOf(settings, rules);
  const dirty = Object.keys(changes).length > 0;
  const startFrom = (next: SubscriptionSettings) => {
    setSettings(next);
    setDraft(draftOf(next));
  };
  // Somebody else's change shows at once where nothing is chosen; else it waits for the save.
  if (latest.version > settings.version && !dirty && faults.size === 0) startFrom(latest);
  const save = useMutation({
    mutationFn: (onto: SubscriptionSettings) => ask(api.PUT("/api/subscription-settings", { body: changes, headers: ifMatch(onto.version) })),
    onSuccess: (next) => {
      startFrom(next);
      queries.setQueryData(settingsQuery.queryKey, next);
      toast.done(t("saved"));
    },
  });
  const theirs = isProblem(save.error) ? save.error.current<SubscriptionSettings>() : undefined;
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const shown = (field: keyof SubscriptionSettingsInput, value: unknown) => (`${field}_${String(value)}` in messages.en ? t(`${field}_${String(value)}` as PlainKey<(typeof messages)["en"]>) : typeof value === "boolean" ? t(value ? "yes" : "no") : Array.isArray(value) ? value.join(", ") || t(field === "portalPlans" ? "portalPlansNone" : "never") : String(value));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dirty && faults.size === 0) save.mutate(settings);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-8">
      <Section title={t("billingWay")}>
        <div className="flex flex-col gap-5">
          <p className="text-table text-muted">{t("billingWayHelp")}</p>
          <Choice label={t("billingWay")} value={draft.billingWay} onChange={(billingWay) => set({ billingWay })} options={(["weBill", "stripeBills"] as const).map((value) => ({ value, label: t(`billingWay_${value}`), hint: t(`billingWayHint_${value}`) }))} />
        </div>
      </Section>
      <Section title={t("parts")}>
        <div className="flex flex-col gap-5">
          <p className="text-table text-muted">{t("partsHelp")}</p>
          <Named name={t("unit")}>
            <Choice label={t("unit")} value={draft.unit} onChange={(unit) => set({ unit })} options={(["day", "second", "thirtyDays"] as const).map((value) => ({ value, label: t(`unit_${value}`), hint: t(`unitHint_${value}`) }))} />
          </Named>
          {draft.unit === "second" ? (
            <p className="text-table text-muted">{t("noChangeDay")}</p>
          ) : (
            <Named name={t("changeDay")}>
              <Choice label={t("changeDay")} value={draft.changeDay} onChange={(changeDay) => set({ changeDay })} options={(["new", "old"] as const).map((value) => ({ value, label: t(`changeDay_${value}`), hint: t(`changeDayHint_${value}`) }))} />
            </Named>
          )}
        </div>
      </Section>
      <Section title={t("invoices")}>
        <Choice label={t("invoices")} value={draft.invoices} onChange={(invoices) => set({ invoices })} options={(["draft", "issue", "send"] as const).map((value) => ({ value, label: t(`invoices_${value}`), hint: t(`invoicesHint_${value}`) }))} />
      </Section>
      <Dunning draft={draft} faults={faults} onChange={set} />
      <Portal draft={draft} onChange={set} />
      <Section title={t("backdating")}>
        <Field label={t("periodsBack")} hint={t("periodsBackHint")} error={faults.has("periodsBack") ? t("periodsBackWrong") : undefined}>
          <Input className="tabular max-w-32" inputMode="numeric" value={draft.periodsBack} onChange={(event) => set({ periodsBack: event.target.value })} />
        </Field>
      </Section>
      {theirs ? (
        <Conflict
          differences={(Object.keys(changes) as (keyof typeof changes)[]).map((field) => ({ field: t(field), theirs: shown(field, theirs[field]), yours: shown(field, changes[field]) }))}
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
    </form>
  );
}

const Named = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div className="flex flex-col gap-1.5">
    <span aria-hidden className="text-table font-medium">{name}</span>
    {children}
  </div>
);
