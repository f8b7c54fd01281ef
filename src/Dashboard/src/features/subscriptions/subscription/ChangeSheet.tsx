import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import type { Offer, Subscription, SubscriptionChange } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, FieldRow, Input, Section, Select, Sheet } from "@/ui";
import { Choice } from "@/ui/Choice";
import { usePlanWords } from "../parts/words";
import { offersQuery } from "../plans/queries";
import { hasSeats, isPricedIn } from "../start/draft";
import { messages } from "./messages";
import { Previewed, usePreview } from "./Previewed";

/** Another plan or quantity, with what it comes to before it is confirmed. */
export function ChangeSheet({ subscription, busy, onClose, onChange }: { subscription: Subscription; busy: boolean; onClose: () => void; onChange: (change: SubscriptionChange, atOnce: boolean) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const words = usePlanWords();
  const known = useQuery(offersQuery);
  const offers = known.data?.items ?? [];
  const [plan, setPlan] = useState(subscription.plan);
  const [seats, setSeats] = useState(String(subscription.quantity));
  const [when, setWhen] = useState<"now" | "periodEnd" | null>(null);
  const has = offers.find((one) => one.code === subscription.plan);
  const wanted = offers.find((one) => one.code === plan);
  const choices = offers.filter((one) => one.code === subscription.plan || (!one.archived && one.terms.family === has?.terms.family && isPricedIn(one, subscription.currency)));
  const sold = hasSeats(wanted);
  const quantity = !sold ? 1 : /^\d{1,7}$/.test(seats.trim()) && Number(seats) >= 1 && Number(seats) <= 1_000_000 ? Number(seats) : null;
  const changes = plan !== subscription.plan || (quantity !== null && quantity !== subscription.quantity);
  const wish: SubscriptionChange | null = quantity === null || !changes ? null : { ...(plan === subscription.plan ? {} : { planCode: plan }), ...(sold ? { quantity } : {}), ...(when ? { effective: when } : {}) };
  const preview = usePreview(subscription, wish);
  const shown = wish && preview.data;
  // Left to the server it is an upgrade at once, anything else with the next period: the preview says which.
  const effective = when ?? (shown && shown.lines.length === 0 && shown.holdsFrom === subscription.nextFrom ? "periodEnd" : "now");
  const price = (one: Offer) => {
    const sum = one.recurring.find((money) => money.currency === subscription.currency);
    return sum ? t("per", { amount: formats.money(sum), period: words.period(one.terms.interval) }) : t("free");
  };
  return (
    <Sheet
      open
      wide
      dirty={changes}
      onClose={onClose}
      title={t("changeTitle")}
      actions={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button tone="primary" busy={busy} disabled={!wish || !shown || !preview.current || preview.error !== null} onClick={() => wish && onChange({ ...wish, effective }, effective === "now")}>
            {t(effective === "now" ? "confirmNow" : "confirmPeriodEnd")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <ErrorText error={known.error} onRetry={() => void known.refetch()} />
        <FieldRow>
          <Field label={t("plan")}>
            <Select value={plan} onChange={setPlan} options={choices.map((one) => ({ value: one.code, label: one.terms.name, hint: one.archived ? t("archivedPlan") : price(one) }))} />
          </Field>
          {sold && (
            <Field label={t("quantity")} error={quantity === null ? t("quantityWrong") : undefined}>
              <Input inputMode="numeric" className="tabular" value={seats} onChange={(event) => setSeats(event.target.value)} />
            </Field>
          )}
        </FieldRow>
        <div className="flex flex-col gap-1.5">
          <span aria-hidden className="text-table font-medium">{t("when")}</span>
          <Choice label={t("when")} value={effective} onChange={setWhen} options={[{ value: "now", label: t("when_now"), hint: t("whenHint_now") }, { value: "periodEnd", label: t("when_periodEnd"), hint: t("whenHint_periodEnd", { day: formats.day(subscription.nextFrom) }) }]} />
        </div>
        <Section title={t("preview")}>{wish ? <Previewed preview={preview.data} error={preview.error} /> : <p className="text-table text-muted">{t("previewHint")}</p>}</Section>
      </div>
    </Sheet>
  );
}
