import { useState, type FormEvent } from "react";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { clientQuery, keys } from "@/api/queries";
import type { Offer, SubscriptionInput } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useRested } from "@/lib/useRested";
import { Button, DatePicker, ErrorText, Field, FieldRow, Input, Loading, Page, Section, Select, Skeleton, Switch, toast } from "@/ui";
import { Choice } from "@/ui/Choice";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { Fetched } from "@/ui/Fetched";
import { Lines } from "../parts/Lines";
import { usePlanWords } from "../parts/words";
import { offersQuery } from "../plans/queries";
import { emptyStart, hasSeats, isPast, readStart, type StartDraft } from "./draft";
import { messages } from "./messages";
import { startPreviewQuery, startSubscription } from "./queries";

/** A client subscribes to a plan: the form, and beside it what it would bill. */
export function StartPage() {
  const t = useText(messages);
  const plans = useQuery({ ...offersQuery, enabled: useMay("subscriptions.see") });
  return (
    <Fetched title={t("title")} query={plans} needs="subscriptions.keep">
      {({ items }) => <Form offers={items.filter((one) => !one.archived)} />}
    </Fetched>
  );
}

function Form({ offers }: { offers: readonly Offer[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const words = usePlanWords();
  const search = useSearch({ from: "/subscriptions/new" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => emptyStart(search.client ?? null, offers.some((one) => one.code === search.plan) ? search.plan! : null));
  const [checked, setChecked] = useState(false);
  const [badDay, setBadDay] = useState<string | null>(null);
  const offer = offers.find((one) => one.code === draft.plan);
  const currency = useQuery({ ...clientQuery(draft.client ?? ""), enabled: useMay("invoicing.see") && draft.client !== null }).data?.currency;
  const { faults, body } = readStart(draft, offer, currency, formats.timeZone, formats.today);
  const start = useMutation({
    mutationFn: startSubscription,
    onSuccess: async (subscription) => {
      toast.done(t("started"));
      await Promise.all([keys.subscriptions, keys.revenue].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      await navigate({ to: "/subscriptions/$id", params: { id: subscription.id } });
    },
  });
  const set = (part: Partial<StartDraft>) => {
    start.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (body && badDay === null) start.mutate(body);
  };
  const price = (one: Offer) => {
    const sum = one.recurring.find((money) => money.currency === currency) ?? one.recurring[0];
    return sum ? t("per", { amount: formats.money(sum), period: words.period(one.terms.interval) }) : t("free");
  };
  return (
    <Page title={t("title")}>
      <div className="grid max-w-5xl gap-8 p-4 sm:p-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <form onSubmit={submit} noValidate className="flex min-w-0 flex-col gap-5">
          <Field label={t("client")} error={checked && faults.has("client") ? t("clientMissing") : undefined}>
            <ClientPicker label={t("client")} placeholder={t("chooseClient")} value={draft.client} onChange={(client) => set({ client })} />
          </Field>
          <FieldRow>
            <Field label={t("plan")} error={faults.has("currency") && currency ? t("notPriced", { currency }) : checked && faults.has("plan") ? t("planMissing") : undefined}>
              <Select value={draft.plan} onChange={(plan) => set({ plan })} placeholder={t("choosePlan")} options={offers.map((one) => ({ value: one.code, label: one.terms.name, hint: price(one) }))} />
            </Field>
            {hasSeats(offer) && (
              <Field label={t("quantity")} error={faults.has("quantity") ? t("quantityWrong") : undefined}>
                <Input inputMode="numeric" className="tabular" value={draft.quantity} onChange={(event) => set({ quantity: event.target.value })} />
              </Field>
            )}
          </FieldRow>
          <FieldRow>
            <Field label={t("on")} hint={t("onHint")} error={badDay ?? undefined}>
              <DatePicker value={draft.on} onChange={(on) => set({ on })} onProblem={setBadDay} label={t("on")} />
            </Field>
            <Field label={t("trial")} hint={t("trialHint", { days: offer?.terms.trialDays ?? 0 })} error={faults.has("trial") ? t("trialWrong") : undefined}>
              <Input inputMode="numeric" className="tabular" value={draft.trial} onChange={(event) => set({ trial: event.target.value })} />
            </Field>
          </FieldRow>
          <div className="flex flex-col gap-1.5">
            <span aria-hidden className="text-table font-medium">{t("billed")}</span>
            <Choice
              label={t("billed")}
              value={draft.anchor}
              onChange={(anchor) => set({ anchor })}
              options={(["anniversary", ...(offer?.terms.interval.unit === "week" ? [] : ["day" as const]), "calendar"] as const).map((value) => ({ value, label: t(`anchor_${value}`), hint: t(`anchorHint_${value}`) }))}
            />
          </div>
          {draft.anchor === "day" && offer?.terms.interval.unit !== "week" && (
            <Field label={t("anchorDay")} className="w-40" error={faults.has("anchorDay") ? t("anchorDayWrong") : undefined}>
              <Input inputMode="numeric" className="tabular" value={draft.anchorDay} onChange={(event) => set({ anchorDay: event.target.value })} />
            </Field>
          )}
          <FieldRow>
            <Field label={t("coupon")} optional={t("optional")} hint={t("couponHint")}>
              <Input value={draft.coupon} maxLength={64} autoCapitalize="off" spellCheck={false} onChange={(event) => set({ coupon: event.target.value })} />
            </Field>
            <Field label={t("outsideId")} optional={t("optional")}>
              <Input value={draft.outsideId} maxLength={200} onChange={(event) => set({ outsideId: event.target.value })} />
            </Field>
          </FieldRow>
          {isPast(draft, formats.today) && <Switch checked={draft.backdate} onChange={(backdate) => set({ backdate })} label={t("backdate")} hint={t("backdateHint")} />}
          <Switch checked={draft.along} onChange={(along) => set({ along })} label={t("along")} hint={t("alongHint")} />
          <ErrorText error={start.error} />
          {checked && faults.size > 0 && (
            <p role="alert" className="text-sm text-bad">
              {t("mend")}
            </p>
          )}
          <Button type="submit" tone="primary" className="self-start" busy={start.isPending}>
            {t("start")}
          </Button>
        </form>
        <aside className="min-w-0 self-start rounded-card border border-line bg-surface p-4 lg:sticky lg:top-4">
          <Section title={t("preview")}>{body ? <Preview body={body} /> : <p className="text-table text-muted">{t("previewHint")}</p>}</Section>
        </aside>
      </div>
    </Page>
  );
}

/** What it would bill at once, and next. */
function Preview({ body }: { body: SubscriptionInput }) {
  const t = useText(messages);
  const formats = useFormats();
  const asked = JSON.parse(useRested(JSON.stringify(body), 200)) as SubscriptionInput;
  const preview = useQuery({ ...startPreviewQuery(asked), placeholderData: keepPreviousData });
  if (preview.error) return <ErrorText error={preview.error} />;
  if (!preview.data)
    return (
      <Loading>
        <Skeleton className="h-24 w-full" />
      </Loading>
    );
  const { lines, due, nextInvoiceOn, nextLines, nextTotal } = preview.data;
  return (
    <div className="flex flex-col gap-5" aria-live="polite">
      {lines.length > 0 ? <Lines label={t("billedNow")} lines={lines} total={due} totalName={t("billedNow")} /> : <p className="text-table text-muted">{t("nothingNow")}</p>}
      {nextInvoiceOn ? (
        <div>
          <h3 className="mb-1 text-table font-medium">{t("nextOn", { day: formats.day(nextInvoiceOn) })}</h3>
          <Lines label={t("nextOn", { day: formats.day(nextInvoiceOn) })} lines={nextLines} total={nextTotal} />
        </div>
      ) : (
        <p className="text-table text-muted">{t("noNext")}</p>
      )}
      <p className="text-xs text-muted">{t("taxes")}</p>
    </div>
  );
}
