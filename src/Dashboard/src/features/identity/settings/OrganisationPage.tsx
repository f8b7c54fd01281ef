import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys, tenantQuery } from "@/api/queries";
import type { Tenant } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Combobox, ErrorText, Field, FieldRow, Input, Pill, Section, toast } from "@/ui";
import { useCountries, useHabitChoices } from "../parts/habits";
import { Screen } from "@/ui/settings";
import { Logo } from "./Logo";
import { Plan } from "./Plan";
import { messages } from "./messages";

const own = ["name", "slug", "currency", "timeZone", "locale"] as const;
const contact = ["email", "phone", "line1", "line2", "postalCode", "city", "state", "country"] as const;
const fields = [...own, ...contact];
type FieldName = (typeof fields)[number];
type Draft = Record<FieldName, string>;
const draftOf = (tenant: Tenant) => Object.fromEntries([...own.map((field) => [field, tenant[field]]), ...contact.map((field) => [field, tenant.contact[field] ?? ""])]) as Draft;
/** What of a draft is to be written: the contact goes as a whole, anything else only where it differs. */
const amendment = (draft: Draft, changed: readonly FieldName[]) => ({
  ...Object.fromEntries(own.filter((field) => changed.includes(field)).map((field) => [field, draft[field].trim()])),
  ...(contact.some((field) => changed.includes(field)) ? { contact: Object.fromEntries(contact.map((field) => [field, draft[field].trim() || null])) as unknown as Tenant["contact"] } : {}),
});
const codes: Record<string, FieldName> = { "slug-taken": "slug", "bad-slug": "slug", "bad-email": "email", "bad-currency": "currency", "bad-time-zone": "timeZone", "bad-locale": "locale", "name-missing": "name", "bad-country": "country" };

/** The organisation as its documents and its calendar know it. */
export function OrganisationPage() {
  const t = useText(messages);
  const formats = useFormats();
  const tenant = useQuery(tenantQuery);
  return (
    <Screen needs="organisation.see" title={t("organisation")} query={tenant} about={tenant.data?.trialEndsOn && <Pill tone="open">{t("trial", { day: formats.day(tenant.data.trialEndsOn) })}</Pill>}>
      {(data: Tenant) => <Form tenant={data} />}
    </Screen>
  );
}

function Form({ tenant: latest }: { tenant: Tenant }) {
  const t = useText(messages);
  const may = useMay("organisation.arrange");
  const queries = useQueryClient();
  const [tenant, setTenant] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(latest));
  const known = draftOf(tenant);
  const changed = fields.filter((field) => draft[field].trim() !== known[field]);
  const startFrom = (next: Tenant) => {
    setTenant(next);
    setDraft(draftOf(next));
  };
  // Somebody else's change shows at once where nothing is being typed.
  if (latest.version > tenant.version && changed.length === 0) startFrom(latest);
  const choices = useHabitChoices(tenant);
  const countries = useCountries();
  const save = useMutation({
    mutationFn: () => ask(api.PATCH("/api/tenants/me", { body: amendment(draft, changed), headers: ifMatch(tenant.version) })),
    onSuccess: (next) => {
      startFrom(next);
      queries.setQueryData([keys.tenant], next);
      for (const key of [keys.me, keys.organisation, keys.settings]) void queries.invalidateQueries({ queryKey: [key] });
      toast.done(t("saved"));
    },
  });
  const problem = isProblem(save.error) ? save.error : null;
  const at = problem ? codes[problem.code] : undefined;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const fault = (field: FieldName) => (at === field ? problem!.message : problem?.fieldError(field) ?? problem?.fieldError(`contact/${field}`));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const text = (field: FieldName, autoComplete: string, more: { type?: string; hint?: string; max?: number } = {}) => (
    <Field label={t(field as "name")} hint={more.hint} error={fault(field)}>
      <Input type={more.type ?? "text"} autoComplete={autoComplete} maxLength={more.max ?? 200} readOnly={!may} value={draft[field]} onChange={(event) => set({ [field]: event.target.value })} />
    </Field>
  );
  const choice = (field: "currency" | "timeZone" | "locale" | "country", options: typeof choices.currencies, hint?: string) => (
    <Field label={t(field)} hint={hint} error={fault(field)}>
      <Combobox label={t(field)} disabled={!may} value={draft[field] || null} onChange={(next) => (next !== null || field === "country") && set({ [field]: next ?? "" })} options={options} />
    </Field>
  );

  return (
    <>
      {!may && <p className="text-muted">{t("readOnly")}</p>}
      <Logo tenant={latest} may={may} />
      <form onSubmit={submit} noValidate className="flex flex-col gap-8">
        <div className="flex flex-col gap-4">
          <FieldRow>
            {text("name", "organization", { max: 255 })}
            {text("slug", "off", { max: 100, ...(draft.slug === tenant.slug ? {} : { hint: t("slugHint") }) })}
          </FieldRow>
          <FieldRow>
            {text("email", "email", { type: "email" })}
            {text("phone", "tel", { type: "tel" })}
          </FieldRow>
        </div>
        <Section title={t("address")}>
          <div className="flex flex-col gap-4">
            <FieldRow>
              {text("line1", "address-line1")}
              {text("line2", "address-line2")}
            </FieldRow>
            <FieldRow>
              {text("postalCode", "postal-code", { max: 20 })}
              {text("city", "address-level2")}
            </FieldRow>
            <FieldRow>
              {text("state", "address-level1")}
              {choice("country", countries)}
            </FieldRow>
          </div>
        </Section>
        <Section title={t("habits")}>
          <div className="flex flex-col gap-4">
            <FieldRow>
              {choice("currency", choices.currencies)}
              {choice("timeZone", choices.timeZones, t("timeZoneHint"))}
            </FieldRow>
            <FieldRow>{choice("locale", choices.locales)}</FieldRow>
          </div>
        </Section>
        {!at && <ErrorText error={save.error} />}
        {may && (
          <div className="flex items-center gap-3">
            <Button type="submit" tone="primary" busy={save.isPending} disabled={changed.length === 0}>
              {t("save")}
            </Button>
            {changed.length > 0 && <span className="text-table text-muted">{t("unsaved")}</span>}
          </div>
        )}
      </form>
      <Plan />
    </>
  );
}
