import { useState, type FormEvent } from "react";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { TicketPercent } from "lucide-react";
import { useMay } from "@/api/may";
import { organisationQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { Button, ErrorText, Field, FieldRow, Input, InputWith, Pill, Select, Sheet, toast } from "@/ui";
import { ListPage, rowClass } from "../parts/ListPage";
import { messages } from "./messages";
import { couponsQuery, offerCoupon } from "./queries";
import { worthOf } from "./worth";

/** The coupons, and the way to offer one. */
export function CouponsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const [offering, setOffering] = useState(false);
  const list = useInfiniteQuery({ ...couponsQuery, enabled: useMay("usage.see") });
  return (
    <ListPage
      title={t("coupons")}
      icon={<TicketPercent aria-hidden />}
      none={t("none")}
      help={t("help")}
      add={t("newCoupon")}
      onAdd={() => setOffering(true)}
      more={t("more")}
      list={list}
      row={(one) => (
        <Link to="/usage/coupons/$id" params={{ id: one.id }} className={rowClass}>
          <span className="font-mono text-table">{one.code}</span>
          <span className="min-w-0 flex-1 basis-40 font-medium wrap-anywhere">{one.name}</span>
          {one.withdrawn && <Pill>{t("withdrawn")}</Pill>}
          <span className="tabular text-table">{t("off", { value: worthOf(one, formats) })}</span>
          <span className="basis-full text-xs text-muted">{[lasts(one.periods), t("clientsCount", { count: formats.number(one.clients) }), t("usesCount", { count: formats.number(one.uses) })].join(" · ")}</span>
        </Link>
      )}
    >
      {offering && <OfferSheet onClose={() => setOffering(false)} />}
    </ListPage>
  );

  function lasts(periods: number | null) {
    return periods === null ? t("forever") : periods === 1 ? t("once") : t("times", { count: formats.number(periods) });
  }
}

function OfferSheet({ onClose }: { onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const navigate = useNavigate();
  const here = useQuery(organisationQuery);
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [kind, setKind] = useState<"share" | "amount">("share");
  const [text, setText] = useState("");
  const [currency, setCurrency] = useState<string | null>(null);
  const [periods, setPeriods] = useState("");
  const value = readDecimal(text, locale);
  const money = currency ?? here.data?.currency ?? "";
  const offer = useMutation({
    mutationFn: () => offerCoupon({ code: code.trim(), name: name.trim(), ...(kind === "share" ? { share: value! } : { off: { amount: value!, currency: money } }), periods: periods.trim() === "" ? null : Number(periods) }),
    onSuccess: ({ id }) => {
      toast.done(t("offered"));
      void navigate({ to: "/usage/coupons/$id", params: { id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    offer.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t("newCoupon")} dirty={code !== "" && !offer.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FieldRow>
          <Field label={t("code")} hint={t("codeHint")}>
            <Input value={code} onChange={(event) => setCode(event.target.value.toUpperCase())} autoFocus spellCheck={false} />
          </Field>
          <Field label={t("name")} hint={t("nameHint")}>
            <Input value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
        </FieldRow>
        <Field label={t("takesOff")}>
          <Select value={kind} onChange={setKind} options={(["share", "amount"] as const).map((one) => ({ value: one, label: t(one) }))} />
        </Field>
        <FieldRow>
          <Field label={t(kind === "share" ? "percent" : "money")} {...(text !== "" && value === null ? { error: t("badNumber") } : {})}>
            <InputWith value={text} onChange={(event) => setText(event.target.value)} inputMode="decimal" after={kind === "share" ? "%" : money} />
          </Field>
          {kind === "amount" && (
            <Field label={t("currency")}>
              <Input value={money} onChange={(event) => setCurrency(event.target.value.toUpperCase())} maxLength={3} />
            </Field>
          )}
        </FieldRow>
        <Field label={t("periods")} hint={t("periodsHint")}>
          <Input value={periods} onChange={(event) => setPeriods(event.target.value)} inputMode="numeric" />
        </Field>
        <ErrorText error={offer.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={offer.isPending} disabled={code.trim() === "" || name.trim() === "" || value === null || !/^\d*$/.test(periods.trim())}>
            {t("offer")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
