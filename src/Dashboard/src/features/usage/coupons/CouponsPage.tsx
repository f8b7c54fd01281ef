import { useState, type FormEvent } from "react";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus, TicketPercent } from "lucide-react";
import { useMay } from "@/api/may";
import { organisationQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { Button, EmptyState, ErrorText, Field, FieldRow, Input, InputWith, Loading, Needs, Page, Pill, Select, Sheet, Skeleton, toast } from "@/ui";
import { messages } from "./messages";
import { couponsQuery, offerCoupon } from "./queries";
import { worthOf } from "./worth";

/** The coupons, and the way to offer one. */
export function CouponsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const arrange = useMay("usage.arrange");
  const [offering, setOffering] = useState(false);
  const list = useInfiniteQuery({ ...couponsQuery, enabled: useMay("usage.see") });
  const items = list.data?.pages.flatMap((page) => page.items);
  const add = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOffering(true)}>
      {t("newCoupon")}
    </Button>
  );
  return (
    <Needs permission="usage.see">
      <Page title={t("coupons")} actions={items && items.length > 0 && add}>
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <ErrorText error={list.error} onRetry={() => void list.refetch()} />
          {!items && !list.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {items?.length === 0 && (
            <EmptyState icon={<TicketPercent aria-hidden />} title={t("none")} actions={add}>
              {t("help")}
            </EmptyState>
          )}
          {items && items.length > 0 && (
            <ul aria-label={t("coupons")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
              {items.map((one) => (
                <li key={one.id}>
                  <Link to="/usage/coupons/$id" params={{ id: one.id }} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5 hover:bg-hover">
                    <span className="font-mono text-table">{one.code}</span>
                    <span className="min-w-0 flex-1 basis-40 font-medium wrap-anywhere">{one.name}</span>
                    {one.withdrawn && <Pill>{t("withdrawn")}</Pill>}
                    <span className="tabular text-table">{t("off", { value: worthOf(one, formats) })}</span>
                    <span className="basis-full text-xs text-muted">{[lasts(one.periods), t("clientsCount", { count: formats.number(one.clients) }), t("usesCount", { count: formats.number(one.uses) })].join(" · ")}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button className="self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </div>
        {offering && <OfferSheet onClose={() => setOffering(false)} />}
      </Page>
    </Needs>
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
