import { useId, useRef, useState, type FormEvent } from "react";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { clientQuery, keys } from "@/api/queries";
import type { Charge } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useRested } from "@/lib/useRested";
import { Button, Combobox, DatePicker, ErrorText, Field, FieldRow, Input, Select, Sheet, TextArea, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { PeriodFields, type BadDays } from "../editor/PeriodFields";
import { askInvoice } from "../editor/queries";
import { invoicingSettingsQuery } from "../parts/languages";
import { emptyCharge, readCharge, trialOf, type ChargeDraft, type ChargeFault } from "./draft";
import { messages } from "./messages";
import { postCharge } from "./queries";

const fieldOf: Record<string, ChargeFault | "reference"> = { "unknown-client": "client", "client-archived": "client", "description-missing": "description", "amount-too-large": "price", "reference-taken": "reference" };
const USUAL = "";

/** Charges a client for something by hand. What it comes to is the server's word, as one types. */
export function NewChargeSheet({ client: given, onClose, onPosted }: { client: string | null; onClose: () => void; onPosted: (charge: Charge) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const currencies = useCurrencies();
  const queries = useQueryClient();
  const form = useId();
  const [draft, setDraft] = useState<ChargeDraft>(() => emptyCharge(given, formats.currency, formats.today));
  const begun = useRef(JSON.stringify({ ...draft, currency: "" }));
  const [checked, setChecked] = useState(false);
  const [badDays, setBadDays] = useState<BadDays>({});
  const categories = useQuery(invoicingSettingsQuery).data?.taxCategories ?? [];
  const client = useQuery({ ...clientQuery(draft.clientId ?? ""), enabled: draft.clientId !== null }).data;
  // A client is charged in its currency, unless somebody says otherwise.
  const [follows, setFollows] = useState<string | null>(null);
  if (client && client.id === draft.clientId && follows !== client.id) {
    setFollows(client.id);
    setDraft({ ...draft, currency: client.currency });
  }
  const trial = useRested(JSON.stringify(trialOf(draft, formats.locale)), 200);
  const sums = useQuery({ queryKey: [keys.charges, "preview", trial], queryFn: ({ signal }) => askInvoice(null, JSON.parse(trial) as NonNullable<ReturnType<typeof trialOf>>, signal), enabled: trial !== "null", placeholderData: keepPreviousData, retry: false });
  const post = useMutation({
    mutationFn: async () => {
      const read = readCharge(draft, formats.locale);
      return "body" in read ? postCharge(read.body) : null;
    },
    onSuccess: (charge) => {
      if (!charge) return;
      toast.done(t("posted", { amount: formats.money(charge.amount), name: charge.clientName }));
      void queries.invalidateQueries({ queryKey: [keys.charges] });
      onPosted(charge);
    },
  });
  const read = readCharge(draft, formats.locale);
  const problem = isProblem(post.error) ? post.error : null;
  const fault = problem ? fieldOf[problem.code] : undefined;
  const example = formats.amount({ amount: "12.50", currency: draft.currency });
  const faulty = (field: ChargeFault) => checked && "faults" in read && read.faults.includes(field);
  const said = (field: ChargeFault | "reference") => (fault === field ? problem?.message : undefined);
  const set = (part: Partial<ChargeDraft>) => {
    if (post.error) post.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const onBadDay = (field: string, sentence: string | null) => setBadDays(({ [field]: _, ...others }) => (sentence ? { ...others, [field]: sentence } : others));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if ("body" in read && Object.keys(badDays).length === 0) post.mutate();
  };
  const amount = trial === "null" ? undefined : sums.data?.lines[0]?.amount;
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      dirty={JSON.stringify({ ...draft, currency: "" }) !== begun.current && !post.isSuccess}
      title={t("newCharge")}
      description={t("newChargeHelp")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={post.isPending}>
            {t("post")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("client")} error={faulty("client") ? t("clientMissing") : said("client")}>
          <ClientPicker label={t("client")} placeholder={t("findClient")} autoFocus={given === null} value={draft.clientId} onChange={(clientId) => set({ clientId })} />
        </Field>
        <Field label={t("description")} hint={t("descriptionHint")} error={faulty("description") ? t("descriptionMissing") : said("description")}>
          <TextArea rows={1} className="field-sizing-content" autoFocus={given !== null} value={draft.description} onChange={(event) => set({ description: event.target.value })} />
        </Field>
        <FieldRow>
          <Field label={t("quantity")} error={faulty("quantity") ? t("notANumber", { example }) : undefined}>
            <Input inputMode="decimal" className="tabular text-right" value={draft.quantity} onChange={(event) => set({ quantity: event.target.value })} />
          </Field>
          <Field label={t("unitPrice")} hint={t("unitPriceHint")} error={faulty("fine") ? t("tooFine") : faulty("price") ? t("notANumber", { example }) : said("price")}>
            <Input inputMode="decimal" className="tabular text-right" value={draft.price} onChange={(event) => set({ price: event.target.value })} />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t("currency")}>
            <Combobox label={t("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
          </Field>
          <p aria-live="polite" className="self-end pb-1.5 text-table font-medium">{amount && t("comesTo", { amount: formats.money(amount) })}</p>
        </FieldRow>
        <PeriodFields of="" period={draft.period} onChange={(period) => set({ period })} wrong={faulty("period")} badDays={badDays} onBadDay={onBadDay} />
        <FieldRow>
          <Field label={t("availableFrom")} hint={t("availableFromHint")} error={badDays.available}>
            <DatePicker value={draft.availableFrom} onChange={(availableFrom) => set({ availableFrom })} onProblem={(sentence) => onBadDay("available", sentence)} label={t("availableFrom")} />
          </Field>
          <Field label={t("taxCategory")}>
            <Select value={draft.category} onChange={(category) => set({ category })} options={[{ value: USUAL, label: categories[0] ? `${t("noCategory")} · ${categories[0].name}` : t("noCategory") }, ...categories.slice(1).map(({ name }) => ({ value: name, label: name }))]} />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t("group")} optional={t("optional")} hint={t("groupHint")}>
            <Input value={draft.group} onChange={(event) => set({ group: event.target.value })} />
          </Field>
          <Field label={t("reference")} optional={t("optional")} hint={t("referenceHint")} error={said("reference")}>
            <Input value={draft.reference} onChange={(event) => set({ reference: event.target.value })} />
          </Field>
        </FieldRow>
        {!fault && <ErrorText error={post.error} />}
      </form>
    </Sheet>
  );
}
