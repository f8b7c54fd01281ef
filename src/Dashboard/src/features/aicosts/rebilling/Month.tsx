import { useState } from "react";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { HandCoins } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AiRebilled, AiRebilledLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { isZero } from "@/lib/decimal";
import { Button, buttonClass, Confirm, EmptyState, ErrorText, Loading, MoneyText, Pill, Section, Skeleton, toast } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { CostText } from "../parts/CostText";
import { toBill } from "./draft";
import { messages } from "./messages";
import { billMonth, chargedQuery, previewQuery } from "./queries";

interface MonthProps {
  /** Such as 2026-10. */
  month: string;
  arrange: boolean;
  onTerms: (client: string) => void;
  onParts: (charge: string) => void;
}

/** What a month would be charged to clients, what of it cannot be, and what was charged. */
export function Month({ month, arrange, onTerms, onParts }: MonthProps) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const preview = useQuery({ ...previewQuery(month), enabled: arrange });
  const seen = preview.data;
  const count = seen ? toBill(seen) : 0;
  const bill = useMutation({
    mutationFn: () => billMonth(month),
    onSuccess: (done) => toast.done(t("billed", { count: toBill(done) })),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setAsking(false);
      return Promise.all([keys.aiRebilling, keys.charges].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const nothing = seen && seen.charges.length === 0 && seen.unbilled.length === 0;
  return (
    <>
      <ErrorText error={preview.error} onRetry={() => void preview.refetch()} />
      {arrange && !seen && !preview.error && (
        <Loading>
          <Skeleton className="h-40 w-full" />
        </Loading>
      )}
      {nothing && (
        <EmptyState icon={<HandCoins aria-hidden />} title={t("nothing", { month: formats.month(`${month}-01`) })} actions={<Link to="/ai/allocation" className={buttonClass("primary")}>{t("toRules")}</Link>}>
          {t("nothingHelp")}
        </EmptyState>
      )}
      {seen && seen.charges.length > 0 && (
        <Section title={t("preview")} actions={<Button tone="primary" disabled={count === 0} busy={bill.isPending} onClick={() => setAsking(true)}>{t("bill", { count })}</Button>}>
          <Preview charges={seen.charges} />
          {count === 0 && <p role="status" className="mt-2 text-table text-muted">{t("allBilled")}</p>}
        </Section>
      )}
      {seen && <Unbilled seen={seen} onTerms={onTerms} />}
      <Charged month={month} onParts={onParts} />
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("billTitle", { month: formats.month(`${month}-01`) })} description={t("billHelp", { count })} action={t("bill", { count })} busy={bill.isPending} onConfirm={() => bill.mutate()} />
    </>
  );
}

/** What each client pays on top of the cost. */
export function OnTop({ markup, margin }: Pick<AiRebilledLine, "markup" | "margin">) {
  const t = useText(messages);
  const { number } = useFormats();
  return margin ? <MoneyText money={margin} /> : <>{t("percent", { percent: number(Number(markup ?? 0)) })}</>;
}

function Preview({ charges }: { charges: AiRebilled["charges"] }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <div tabIndex={0} role="region" aria-label={t("preview")} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table aria-label={t("preview")} className="w-full text-table">
        <thead className="text-left text-xs text-muted">
          <tr>
            <th scope="col" className="px-3 py-2 font-medium">{t("client")}</th>
            {(["cost", "onTop", "amount", "now"] as const).map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-right font-medium whitespace-nowrap">{t(head)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {charges.map((one) => (
            <tr key={one.id} className="border-t border-line align-top">
              <th scope="row" className="min-w-40 px-3 py-2 text-left font-medium wrap-anywhere">
                <Link to="/clients/$id" params={{ id: one.clientId }} className="rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">{one.clientName}</Link>
                <span className="block text-xs font-normal text-muted">{t("records", { count: one.records })}</span>
              </th>
              <td className="px-3 py-2 text-right">
                <CostText cost={one.cost} />
                {one.cost.currency !== one.amount.currency && <span className="block text-xs text-muted">{t("rate", { rate: formats.number(Number(one.rate)), day: formats.day(one.rateOn), source: one.rateSource })}</span>}
              </td>
              <td className="tabular px-3 py-2 text-right whitespace-nowrap"><OnTop markup={one.markup} margin={one.margin} /></td>
              <td className="px-3 py-2 text-right"><MoneyText money={one.amount} /></td>
              <td className="px-3 py-2 text-right">{isZero(one.difference.amount) ? <span className="text-muted">{t("chargedBefore")}</span> : <MoneyText money={one.difference} className="font-medium" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was spent and is charged to nobody, with the reason and what to do. */
function Unbilled({ seen, onTerms }: { seen: AiRebilled; onTerms: (client: string) => void }) {
  const t = useText(messages);
  if (seen.unbilled.length === 0 && seen.unallocated.length === 0) return null;
  return (
    <Section title={t("unbilled")}>
      <ul aria-label={t("unbilled")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
        {seen.unbilled.map((one) => (
          <li key={`${one.clientId} ${one.cost.currency}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
            <span className="font-medium wrap-anywhere">{one.clientName}</span>
            <CostText cost={one.cost} />
            <span className="min-w-0 flex-1 basis-56 text-muted">{refusalText(one.code, {}) ?? one.reason}</span>
            {one.code === "ai-rebilling-terms-missing" && <Button size="sm" aria-label={t("agreeWith", { client: one.clientName })} onClick={() => onTerms(one.clientId)}>{t("agree")}</Button>}
          </li>
        ))}
        {seen.unallocated.length > 0 && (
          <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
            <span className="font-medium">{t("nobodys")}</span>
            {seen.unallocated.map((cost) => <CostText key={cost.currency} cost={cost} />)}
            <span className="min-w-0 flex-1 basis-56 text-muted">{t("nobodysHelp")}</span>
            <Link to="/ai/allocation" className={buttonClass("secondary", "sm")}>{t("toRules")}</Link>
          </li>
        )}
      </ul>
    </Section>
  );
}

const states = { open: "open", invoiced: "good", withdrawn: "quiet" } as const;

/** What was charged for the month; each leads to its charge, its invoice and its usage. */
function Charged({ month, onParts }: { month: string; onParts: (charge: string) => void }) {
  const t = useText(messages);
  const list = useInfiniteQuery({ ...chargedQuery(month), enabled: useMay("aicosts.see") });
  const items = list.data?.pages.flatMap((page) => page.items);
  const nameOf = useClientNames(items?.map((one) => one.clientId) ?? []);
  return (
    <Section title={t("charged")}>
      <ErrorText error={list.error} onRetry={() => void list.refetch()} />
      {items?.length === 0 && <p className="text-table text-muted">{t("noCharged")}</p>}
      {items && items.length > 0 && (
        <ul aria-label={t("charged")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
          {items.map((one) => {
            const client = nameOf(one.clientId, "…");
            return (
              <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
                <span className="min-w-0 flex-1 basis-40 font-medium wrap-anywhere">{client}</span>
                <span className="text-muted"><CostText cost={one.cost} /> + <OnTop markup={one.markup} margin={one.margin} /></span>
                <MoneyText money={one.amount} className="font-medium" />
                {one.state ? <Pill tone={states[one.state]}>{t(`state_${one.state}`)}</Pill> : <Pill tone="warn">{t("state_underway")}</Pill>}
                {one.invoiceId ? (
                  <Link to="/invoices/$id" params={{ id: one.invoiceId }} className="rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">{one.invoiceNumber ?? t("draft")}</Link>
                ) : (
                  one.chargeId && <Link to="/charges" search={{ charge: one.chargeId }} aria-label={t("chargeOf", { client })} className="rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">{t("charge")}</Link>
                )}
                <Button size="sm" aria-label={t("usageOf", { client })} onClick={() => onParts(one.id)}>{t("usage")}</Button>
              </li>
            );
          })}
        </ul>
      )}
      {list.hasNextPage && <Button className="mt-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("more")}</Button>}
    </Section>
  );
}
