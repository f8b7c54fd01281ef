import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Offer } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Button, DatePicker, ErrorText, Field, FieldRow, Input, Needs, Page, Section, Select, Switch, TextArea, toast } from "@/ui";
import { Choice } from "@/ui/Choice";
import { Fetched } from "@/ui/Fetched";
import { Components } from "./Components";
import { Entitlements } from "./Entitlements";
import { Example } from "./Example";
import { messages } from "./messages";
import { codeOf, emptyPlan, formOf, readPlan, type PlanForm } from "./model";
import { offerPlan, offerQuery, reviseOffer } from "./queries";

/** A plan is written. */
export function NewPlanPage() {
  const { currency } = useFormats();
  return (
    <Needs permission="subscriptions.arrange">
      <Editor was={null} begin={() => emptyPlan(currency)} />
    </Needs>
  );
}

/** A plan gets a new version. */
export function EditPlanPage() {
  const t = useText(messages);
  const formats = useFormats();
  const { code } = useParams({ from: "/subscriptions/plans/$code/edit" });
  const offer = useQuery({ ...offerQuery(code), enabled: useMay("subscriptions.see") });
  return (
    <Fetched title={t("plans")} query={offer} needs="subscriptions.arrange">
      {(found) => <Editor key={found.code} was={found} begin={() => formOf(found, formats.currency, (amount, currency) => formats.amount({ amount, currency }))} />}
    </Fetched>
  );
}

const units = ["week", "month", "quarter", "halfYear", "year"] as const;

function Editor({ was, begin }: { was: Offer | null; begin: () => PlanForm }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState(begin);
  const [ownCode, setOwnCode] = useState(was !== null);
  const [checked, setChecked] = useState(false);
  const [who, setWho] = useState<"new" | "all">("new");
  const [from, setFrom] = useState<Day | null>(formats.today);
  const categories = useQuery({ queryKey: [keys.invoicingSettings], queryFn: ({ signal }) => ask(api.GET("/api/invoicing-settings", { signal })), staleTime: 60_000, enabled: useMay("invoicing.see") }).data?.taxCategories.map((one) => one.name) ?? [];
  const { faults, terms, placing } = readPlan(form, formats.locale);
  const save = useMutation({
    mutationFn: () => (was ? reviseOffer(was, terms!, placing, who === "all" ? from : null) : offerPlan(form.code.trim(), terms!, placing)),
    onSuccess: async (offer) => {
      queries.setQueryData(offerQuery(offer.code).queryKey, offer);
      await queries.invalidateQueries({ queryKey: [keys.offers] });
      toast.done(t(was ? "saved" : "offered"));
      await navigate({ to: "/subscriptions/plans/$code", params: { code: offer.code }, replace: true });
    },
  });
  const set = (part: Partial<PlanForm>) => {
    save.reset();
    setForm((before) => ({ ...before, ...part, ...(part.name !== undefined && !ownCode ? { code: codeOf(part.name) } : {}) }));
  };
  const dayMissing = was !== null && who === "all" && from === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (terms && !dayMissing) save.mutate();
  };
  const part = { form, set, faults, checked };
  const number = (name: "count" | "trialDays" | "tier" | "sortOrder", label: string, wrong: string, hint?: string) => (
    <Field label={label} hint={hint} error={faults.has(name) ? wrong : undefined}>
      <Input inputMode="numeric" className="tabular" value={form[name]} onChange={(event) => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <Page title={was ? t("editOf", { name: was.terms.name }) : t("newPlan")}>
      <div className="grid max-w-6xl gap-8 p-4 sm:p-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <form onSubmit={submit} noValidate className="flex min-w-0 flex-col gap-8">
          {was?.archived && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("isArchived")}</p>}
          <Section title={t("about")}>
            <div className="flex flex-col gap-4">
              <FieldRow>
                <Field label={t("name")} error={checked && faults.has("name") ? t("nameMissing") : undefined}>
                  <Input value={form.name} maxLength={100} onChange={(event) => set({ name: event.target.value })} />
                </Field>
                <Field label={t("code")} hint={was ? undefined : t("codeHint")} error={(checked || form.code !== "") && faults.has("code") ? t("codeWrong") : undefined}>
                  <Input
                    className="font-mono"
                    value={form.code}
                    disabled={was !== null}
                    autoCapitalize="none"
                    spellCheck={false}
                    onChange={(event) => {
                      setOwnCode(true);
                      set({ code: event.target.value });
                    }}
                  />
                </Field>
              </FieldRow>
              <Field label={t("description")} optional={t("optional")} hint={t("descriptionHint")}>
                <TextArea rows={2} maxLength={1000} value={form.description} onChange={(event) => set({ description: event.target.value })} />
              </Field>
              <FieldRow>
                <Field label={t("unit")}>
                  <Select value={form.unit} onChange={(unit) => set({ unit })} options={units.map((value) => ({ value, label: t(`unit_${value}`) }))} />
                </Field>
                {number("count", t("count"), t("countWrong"))}
                {number("trialDays", t("trial"), t("trialWrong"))}
                {number("tier", t("tier"), t("numberWrong"), t("tierHint"))}
                <Field label={t("family")} hint={t("familyHint")} error={faults.has("family") ? t("codeWrong") : undefined}>
                  <Input className="font-mono" value={form.family} autoCapitalize="none" spellCheck={false} onChange={(event) => set({ family: event.target.value })} />
                </Field>
                {number("sortOrder", t("sortOrder"), t("numberWrong"), t("sortOrderHint"))}
              </FieldRow>
              <Switch checked={form.public} onChange={(shown) => set({ public: shown })} label={t("public")} />
            </div>
          </Section>
          <Components {...part} categories={categories} />
          <Entitlements {...part} />
          {was && (
            <div className="flex flex-col gap-3">
              <span aria-hidden className="text-sm font-semibold">{t("who")}</span>
              <Choice label={t("who")} value={who} onChange={setWho} options={(["new", "all"] as const).map((value) => ({ value, label: t(`who_${value}`), hint: t(`whoHint_${value}`) }))} />
              {who === "all" && (
                <Field label={t("from")} className="w-44" error={dayMissing ? t("fromMissing") : undefined}>
                  <DatePicker value={from} onChange={setFrom} label={t("from")} />
                </Field>
              )}
            </div>
          )}
          <ErrorText error={save.error} />
          {checked && faults.size > 0 && (
            <p role="alert" className="text-sm text-bad">
              {t("mend")}
            </p>
          )}
          <Button type="submit" tone="primary" className="self-start" busy={save.isPending} disabled={was?.archived}>
            {t(was ? "save" : "offer")}
          </Button>
        </form>
        <aside className="min-w-0 self-start rounded-card border border-line bg-surface p-4 lg:sticky lg:top-4">
          <Example terms={terms} currencies={form.currencies} />
        </aside>
      </div>
    </Page>
  );
}
