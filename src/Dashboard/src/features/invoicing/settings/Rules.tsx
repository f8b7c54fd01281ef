import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { api, ask, ifMatch } from "@/api/client";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { InvoicingSettings } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, FieldRow, IconButton, Input, InputWith, Section, Select, Switch, TextArea, toast } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import { useLanguageName } from "../parts/languages";
import { changesOf, draftOf, type CategoryDraft, type Draft } from "./draft";
import { messages } from "./messages";

const fieldOf: Record<string, string> = { "bad-iban": "iban", "bad-bic": "bic", "terms-out-of-range": "terms", "payment-page-wrong": "paymentPage", "unknown-placeholder": "paymentPage" };

/** The form of what holds for all invoices. */
export function Rules({ settings: latest }: { settings: InvoicingSettings }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const languageName = useLanguageName();
  const queries = useQueryClient();
  const [settings, setSettings] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(latest, locale));
  const { changes, faults } = changesOf(settings, draft, locale);
  const dirty = Object.keys(changes).length > 0 || faults.size > 0;
  const startFrom = (next: InvoicingSettings) => {
    setSettings(next);
    setDraft(draftOf(next, locale));
  };
  // Somebody else's change shows at once where nothing is being typed; else it waits for the save.
  if (latest.version > settings.version && !dirty) startFrom(latest);
  const save = useMutation({
    mutationFn: (onto: InvoicingSettings) => ask(api.PUT("/api/invoicing-settings", { body: changes, headers: ifMatch(onto.version) })),
    onSuccess: (next) => {
      startFrom(next);
      queries.setQueryData([keys.invoicingSettings], next);
      toast.done(t("saved"));
    },
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<InvoicingSettings>();
  const fault = problem ? fieldOf[problem.code] : undefined;
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const setCategory = (key: number, part: Partial<CategoryDraft>) => set({ categories: draft.categories.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const text = (field: "holder" | "iban" | "bic" | "bank" | "sellerTaxId", label: string, hint?: string) => (
    <Field label={label} hint={hint} error={fault === field ? problem?.message : undefined}>
      <Input value={draft[field]} onChange={(event) => set({ [field]: event.target.value })} />
    </Field>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (faults.size === 0 && dirty) save.mutate(settings);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-8">
      <Section title={t("agreed")}>
        <div className="flex flex-col gap-4">
          <FieldRow>
            <Field label={t("terms")} error={faults.has("terms") ? t("termsWrong") : fault === "terms" ? problem?.message : undefined}>
              <InputWith after={t("days")} inputMode="numeric" className="tabular" value={draft.terms} onChange={(event) => set({ terms: event.target.value })} />
            </Field>
            <Field label={t("language")}>
              <Select value={draft.language} onChange={(language) => set({ language })} options={settings.languages.map((value) => ({ value, label: languageName(value) }))} />
            </Field>
          </FieldRow>
          <Switch checked={draft.allowsZeroTotals} onChange={(allowsZeroTotals) => set({ allowsZeroTotals })} label={t("allowsZero")} />
        </div>
      </Section>
      <Section title={t("look")}>
        <div className="flex flex-col gap-4">
          <FieldRow>
            <Field label={t("look")}>
              <Select value={draft.look} onChange={(look) => set({ look })} options={(["classic", "modern", "minimal"] as const).map((value) => ({ value, label: t(`look_${value}`) }))} />
            </Field>
            <Field label={t("paper")}>
              <Select value={draft.paper} onChange={(paper) => set({ paper })} options={(["a4", "letter"] as const).map((value) => ({ value, label: value === "a4" ? "A4" : "Letter" }))} />
            </Field>
          </FieldRow>
          <Field label={t("footer")}>
            <TextArea rows={2} value={draft.footer} onChange={(event) => set({ footer: event.target.value })} />
          </Field>
        </div>
      </Section>
      <Section title={t("taxes")}>
        <div className="flex flex-col gap-4">
          <FieldRow>
            {text("sellerTaxId", t("sellerTaxId"), t("sellerTaxIdHint"))}
            <Field label={t("rounding")}>
              <Select value={draft.taxRounding} onChange={(taxRounding) => set({ taxRounding })} options={(["perDocument", "perLine"] as const).map((value) => ({ value, label: t(`rounding_${value}`) }))} />
            </Field>
          </FieldRow>
          <Switch checked={draft.pricesIncludeTax} onChange={(pricesIncludeTax) => set({ pricesIncludeTax })} label={t("includes")} />
          <Switch checked={draft.taxBeforeDiscount} onChange={(taxBeforeDiscount) => set({ taxBeforeDiscount })} label={t("before")} />
        </div>
      </Section>
      <Section title={t("categories")}>
        <p className="mb-3 text-table text-muted">
          {t("categoriesHelp")} {t("ratesHint")}
        </p>
        <div className="flex flex-col gap-3">
          {draft.categories.map((one) => (
            <div key={one.key} className="flex items-start gap-2">
              <div className="grid min-w-0 flex-1 grid-cols-[1fr_1.5fr] gap-2">
                <Field label={t("category")} quiet error={faults.has(`${one.key}.name`) ? t("categoryMissing") : undefined}>
                  <Input value={one.name} placeholder={t("category")} onChange={(event) => setCategory(one.key, { name: event.target.value })} />
                </Field>
                <Field label={t("rates")} quiet error={faults.has(`${one.key}.taxes`) ? t("ratesWrong") : undefined}>
                  <Input value={one.taxes} placeholder={t("rates")} onChange={(event) => setCategory(one.key, { taxes: event.target.value })} />
                </Field>
              </div>
              <IconButton label={t("removeCategory", { name: one.name })} icon={<X aria-hidden />} onClick={() => set({ categories: draft.categories.filter(({ key }) => key !== one.key) })} />
            </div>
          ))}
          <Button className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => set({ categories: [...draft.categories, { key: Math.max(0, ...draft.categories.map(({ key }) => key)) + 1, name: "", taxes: "" }] })}>
            {t("addCategory")}
          </Button>
        </div>
      </Section>
      <Section title={t("bank")}>
        <div className="flex flex-col gap-4">
          <FieldRow>
            {text("holder", t("holder"))}
            {text("bank", t("bankName"))}
          </FieldRow>
          <FieldRow>
            {text("iban", t("iban"))}
            {text("bic", t("bic"))}
          </FieldRow>
        </div>
      </Section>
      <Section title={t("online")}>
        <div className="flex flex-col gap-4">
          <Field label={t("paymentPage")} hint={t("paymentPageHint")} error={fault === "paymentPage" ? problem?.message : undefined}>
            <Input type="url" inputMode="url" placeholder="https://" spellCheck={false} value={draft.paymentPage} onChange={(event) => set({ paymentPage: event.target.value })} />
          </Field>
          <Switch checked={draft.linksOnPaper} onChange={(linksOnPaper) => set({ linksOnPaper })} label={t(draft.paymentPage.trim() === "" ? "linksOnPaper_client" : "linksOnPaper_payment")} />
        </div>
      </Section>
      {theirs ? (
        <Conflict
          differences={Object.keys(changes).map((field) => ({ field, theirs: shown(theirs[field as keyof InvoicingSettings]), yours: shown(changes[field as keyof typeof changes]) }))}
          onTheirs={() => {
            startFrom(theirs);
            save.reset();
          }}
          onMine={() => save.mutate(theirs)}
        />
      ) : (
        !fault && <ErrorText error={save.error} />
      )}
      <Button type="submit" tone="primary" className="self-start" busy={save.isPending} disabled={!dirty || faults.size > 0}>
        {t("save")}
      </Button>
    </form>
  );
}

const shown = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
