import { useState } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { Button, CopyButton, Dialog, ErrorText, Field, Input, Select } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { offersQuery } from "../plans/queries";
import { hasSeats } from "../start/draft";
import { messages } from "./messages";
import { openCheckout } from "./queries";

/** Makes a link by which somebody subscribes, and shows it once. */
export function CheckoutDialog({ client: first, onClose, onMade }: { client: string | null; onClose: () => void; onMade: () => void }) {
  const t = useText(messages);
  const [client, setClient] = useState(first);
  const [plan, setPlan] = useState<string | null>(null);
  const [seats, setSeats] = useState("1");
  const [successUrl, setSuccessUrl] = useState("");
  const [cancelUrl, setCancelUrl] = useState("");
  const [checked, setChecked] = useState(false);
  const known = useQuery(offersQuery);
  const offers = known.data?.items.filter((one) => !one.archived) ?? [];
  const offer = offers.find((one) => one.code === plan);
  const quantity = hasSeats(offer) ? Number(seats) : 1;
  const badSeats = !Number.isSafeInteger(quantity) || quantity < 1;
  const make = useMutation({
    mutationFn: (planCode: string) => openCheckout({ planCode, quantity, successUrl: successUrl.trim(), cancelUrl: cancelUrl.trim() || successUrl.trim(), ...(client ? { clientId: client } : {}) }),
    onSuccess: onMade,
  });
  const submit = () => {
    setChecked(true);
    if (plan !== null && !badSeats) make.mutate(plan);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("newTitle")}
      description={t("newHelp")}
      actions={
        make.data ? (
          <>
            <Button onClick={onClose}>{t("close")}</Button>
            <CopyButton tone="primary" text={make.data.url} label={t("copy")} autoFocus />
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button tone="primary" busy={make.isPending} onClick={submit}>
              {t("makeLink")}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {make.data ? (
          <Field label={t("address")}>
            <Input readOnly value={make.data.url} onFocus={(event) => event.target.select()} className="font-mono text-xs" />
          </Field>
        ) : (
          <>
            <Field label={t("client")} optional={t("optional")} hint={t("clientHint")}>
              <ClientPicker label={t("client")} placeholder={t("somebodyNew")} value={client} onChange={setClient} />
            </Field>
            <Field label={t("plan")} error={checked && plan === null ? t("planMissing") : undefined}>
              <Select value={plan} onChange={setPlan} placeholder={t("choosePlan")} options={offers.map((one) => ({ value: one.code, label: one.terms.name }))} />
            </Field>
            {hasSeats(offer) && (
              <Field label={t("quantity")} error={badSeats ? t("quantityWrong") : undefined}>
                <Input inputMode="numeric" className="tabular" value={seats} onChange={(event) => setSeats(event.target.value)} />
              </Field>
            )}
            <Field label={t("successUrl")} hint={t("successUrlHint")}>
              <Input type="url" value={successUrl} maxLength={2000} onChange={(event) => setSuccessUrl(event.target.value)} />
            </Field>
            <Field label={t("cancelUrl")} optional={t("optional")}>
              <Input type="url" value={cancelUrl} maxLength={2000} onChange={(event) => setCancelUrl(event.target.value)} />
            </Field>
          </>
        )}
        <ErrorText error={known.error} onRetry={() => void known.refetch()} />
        <ErrorText error={make.error} />
      </div>
    </Dialog>
  );
}
