import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { isProblem } from "@/api/problem";
import { keys, settingsQuery } from "@/api/queries";
import type { Settings } from "@/api/types";
import { useFormats, useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { dateFormats, showDay, weekdays } from "@/lib/dates";
import { Button, Combobox, ErrorText, Field, FieldRow, Input, Loading, Section, Select, Skeleton, toast } from "@/ui";
import { Conflict, type Difference } from "@/ui/conflict/Conflict";
import { useCurrencies } from "@/i18n/currencies";
import { messages } from "./messages";

type Editable = Pick<Settings, "monthEndUrl" | "weekStart" | "dateFormat" | "currency">;
const fields = ["monthEndUrl", "weekStart", "dateFormat", "currency"] as const;
const editable = (settings: Settings): Editable => ({ monthEndUrl: settings.monthEndUrl, weekStart: settings.weekStart, dateFormat: settings.dateFormat, currency: settings.currency });

/** What holds for the whole organisation. */
export function General() {
  const { data, error, refetch } = useQuery(settingsQuery);
  if (error) return <ErrorText error={error} onRetry={() => void refetch()} className="m-6" />;
  if (!data)
    return (
      <Loading className="flex max-w-2xl flex-col gap-4 p-4 sm:p-6">
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-8 w-2/3" />
      </Loading>
    );
  return <Form settings={data} />;
}

function Form({ settings: latest }: { settings: Settings }) {
  const t = useText(messages);
  const formats = useFormats();
  const { today } = useHouse();
  const currencies = useCurrencies();
  const queries = useQueryClient();
  const [settings, setSettings] = useState(latest);
  const [draft, setDraft] = useState(() => editable(latest));
  const changed = fields.filter((field) => draft[field] !== settings[field]);
  const startFrom = (next: Settings) => {
    setSettings(next);
    setDraft(editable(next));
  };
  // Somebody else's change shows at once where nothing is being typed; else it waits for the save.
  if (latest.version > settings.version && changed.length === 0) startFrom(latest);
  const save = useMutation({
    mutationFn: (onto: Settings) => ask(api.PUT("/api/settings", { body: Object.fromEntries(changed.map((field) => [field, draft[field]])), headers: ifMatch(onto.version) })),
    onSuccess: (next) => {
      startFrom(next);
      queries.setQueryData([keys.settings], next);
      void queries.invalidateQueries({ queryKey: [keys.organisation] });
      toast.done(t("saved"));
    },
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<Settings>();
  const set = (part: Partial<Editable>) => setDraft({ ...draft, ...part });
  const fault = (field: keyof Editable, code: string) => (problem?.code === code ? problem.message : problem?.fieldError(field));
  const urlFault = fault("monthEndUrl", "bad-url");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(settings);
  };

  return (
    <form onSubmit={submit} className="flex max-w-2xl flex-col gap-8 p-4 sm:p-6">
      <Section title={t("monthEnd")}>
        <Field label={t("monthEndUrl")} hint={t("monthEndUrlHint")} error={urlFault}>
          <Input type="url" inputMode="url" placeholder="https://" value={draft.monthEndUrl ?? ""} onChange={(event) => set({ monthEndUrl: event.target.value.trim() || null })} />
        </Field>
      </Section>
      <Section title={t("calendar")}>
        <div className="flex flex-col gap-4">
          <FieldRow>
            <Field label={t("weekStart")} error={problem?.fieldError("weekStart")}>
              <Select value={draft.weekStart} onChange={(weekStart) => set({ weekStart })} options={weekdays.map((value, at) => ({ value, label: formats.weekday(at, "long") }))} />
            </Field>
            <Field label={t("dateFormat")} error={fault("dateFormat", "bad-date-format")}>
              <Select value={draft.dateFormat} onChange={(dateFormat) => set({ dateFormat })} options={dateFormats.map((value) => ({ value, label: showDay(today, value), hint: value.toLowerCase() }))} />
            </Field>
          </FieldRow>
          <FieldRow>
            <Field label={t("currency")} hint={t("currencyHint")} error={fault("currency", "bad-currency")}>
              <Combobox label={t("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
            </Field>
          </FieldRow>
        </div>
      </Section>
      <Section title={t("ofOrganisation")}>
        <dl className="grid grid-cols-1 gap-4 phone:grid-cols-2">
          <Fact name={t("timeZone")} value={settings.timeZone} hint={t("timeZoneHint")} />
          <Fact name={t("locale")} value={settings.locale} hint={t("localeHint")} />
        </dl>
      </Section>
      {theirs ? (
        <Conflict
          differences={changed.map((field): Difference => ({ field: t(field), theirs: String(theirs[field] ?? ""), yours: String(draft[field] ?? "") }))}
          onTheirs={() => {
            startFrom(theirs);
            save.reset();
          }}
          onMine={() => save.mutate(theirs)}
        />
      ) : (
        !urlFault && <ErrorText error={save.error} />
      )}
      <div className="flex items-center gap-3">
        <Button type="submit" tone="primary" busy={save.isPending} disabled={changed.length === 0}>
          {t("save")}
        </Button>
        {changed.length > 0 && <span className="text-table text-muted">{t("unsaved")}</span>}
      </div>
    </form>
  );
}

const Fact = ({ name, value, hint }: { name: string; value: string; hint: string }) => (
  <div>
    <dt className="text-table font-medium">{name}</dt>
    <dd>{value}</dd>
    <dd className="text-xs text-muted">{hint}</dd>
  </div>
);
