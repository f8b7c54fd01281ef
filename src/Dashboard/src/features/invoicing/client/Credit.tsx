import { useEffect, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import type { Client, Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { compareDecimals, isZero } from "@/lib/decimal";
import { lateOver } from "@/lib/late";
import { Button, Dialog, ErrorText, Explain, Loading, MoneyText, Section, Skeleton, toast } from "@/ui";
import { applyCreditToOldest } from "../payments/queries";
import { refreshMoney } from "../payments/refresh";
import { messages } from "./messages";
import { applyCredit, creditQuery, latestPaymentsQuery, openInvoicesQuery } from "./queries";
import type { ClientSearch } from "./search";

const PayOutSheet = lateOver(() => import("./PayOutSheet").then((part) => ({ default: part.PayOutSheet })));
const RefundSheet = lateOver(() => import("../payments/RefundSheet").then((part) => ({ default: part.RefundSheet })));

/** What the client has to its credit, per currency: it pays invoices, or goes back. */
export function Credit({ client, open, onOpen }: { client: Client; open: ClientSearch["open"]; onOpen: (open: ClientSearch["open"]) => void }) {
  const t = useText(messages);
  const credit = useQuery(creditQuery(client.id));
  const take = useMay("invoicing.payments");
  const [currency, setCurrency] = useState<string | null>(null);
  const items = credit.data?.items ?? [];
  const chosen = items.find((one) => one.currency === currency) ?? items[0];
  // Once all of it is used there is nothing left to ask about.
  const over = credit.data !== undefined && items.length === 0 && (open === "credit" || open === "refund" || open === "payOut");
  useEffect(() => {
    if (over) onOpen(undefined);
  }, [over]);
  const ask = (what: "credit" | "refund" | "payOut", of: Money) => {
    setCurrency(of.currency);
    onOpen(what);
  };
  return (
    <Section title={t("credit")}>
      {credit.error ? (
        <ErrorText error={credit.error} onRetry={() => void credit.refetch()} />
      ) : !credit.data ? (
        <Loading>
          <Skeleton className="h-8 w-32" />
        </Loading>
      ) : items.length === 0 ? (
        <p className="text-table text-muted">{t("noCredit")}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {items.map((one) => (
            <li key={one.currency}>
              <Explain of={{ kind: "client", id: client.id, amount: "credit", currency: one.currency }}>
                <MoneyText money={one} className="text-base font-semibold" />
              </Explain>
              {take && (
                <div className="mt-1.5 flex flex-wrap gap-2">
                  <Button size="sm" onClick={() => ask("credit", one)} aria-label={t("applyOf", { currency: one.currency })}>
                    {t("apply")}
                  </Button>
                  <Button size="sm" onClick={() => ask("refund", one)} aria-label={t("refundOf", { currency: one.currency })}>
                    {t("refund")}
                  </Button>
                  <Button size="sm" onClick={() => ask("payOut", one)} aria-label={t("payOutOf", { currency: one.currency })}>
                    {t("payOut")}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {open === "credit" && take && chosen && <Apply client={client} credit={chosen} onClose={() => onOpen(undefined)} />}
      {open === "refund" && take && chosen && <Refund client={client} credit={chosen} onClose={() => onOpen(undefined)} />}
      {open === "payOut" && take && chosen && <PayOutSheet client={client} credit={chosen} onClose={() => onOpen(undefined)} />}
    </Section>
  );
}

/** The open invoices that the credit can pay, the longest due first. */
function Apply({ client, credit, onClose }: { client: Client; credit: Money; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const open = useQuery(openInvoicesQuery(client.id, credit.currency));
  const apply = useMutation({
    mutationFn: (invoice: string) => applyCredit(invoice),
    onSuccess: (after) => toast.done(t("applied", { number: after.number ?? "", outstanding: formats.money(after.outstanding) })),
    onError: (failed) => toast.error(failed),
    onSettled: () => refreshMoney(queries),
  });
  const oldest = useMutation({
    mutationFn: () => applyCreditToOldest(client.id, credit.currency),
    onSuccess: ({ allocations, left }) => toast.done(t("appliedToOldest", { count: allocations.length, left: formats.money(left) })),
    onError: (failed) => toast.error(failed),
    onSettled: () => refreshMoney(queries),
  });
  const busy = apply.isPending || oldest.isPending;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("applyTitle", { amount: formats.money(credit) })}
      description={t("applyHelp")}
      actions={
        <>
          <Button onClick={onClose}>{t("close")}</Button>
          {(open.data?.items.length ?? 0) > 1 && (
            <Button tone="primary" busy={oldest.isPending} disabled={busy} onClick={() => oldest.mutate()}>
              {t("applyToOldest")}
            </Button>
          )}
        </>
      }
    >
      {open.error ? (
        <ErrorText error={open.error} onRetry={() => void open.refetch()} />
      ) : !open.data ? (
        <Loading>
          <Skeleton className="h-24 w-full" />
        </Loading>
      ) : open.data.items.length === 0 ? (
        <p className="text-table text-muted">{t("nothingOpen", { currency: credit.currency })}</p>
      ) : (
        <ul className="border-t border-line text-table">
          {open.data.items.map((row) => (
            <li key={row.id} className="flex items-center gap-4 border-b border-line py-2">
              <span className="min-w-0 flex-1">
                <Link to="/invoices/$id" params={{ id: row.id }} className="tabular font-medium text-accent-ink underline">
                  {row.number}
                </Link>
                <span className="tabular block text-xs text-muted">{row.dueDate && t("due", { day: formats.day(row.dueDate) })}</span>
              </span>
              <MoneyText money={row.outstanding} />
              <Button size="sm" busy={apply.isPending && apply.variables === row.id} disabled={busy} aria-label={t("applyTo", { number: row.number ?? "" })} onClick={() => apply.mutate(row.id)}>
                {t("applyAction")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** Credit goes back the way it came: by the payments that are not given back yet. */
function Refund({ client, credit, onClose }: { client: Client; credit: Money; onClose: () => void }) {
  const t = useText(messages);
  const payments = useQuery(latestPaymentsQuery(client.id, credit.currency));
  const left = payments.data?.items.filter((one) => !isZero(one.refundable.amount)) ?? [];
  if (payments.data && left.length === 0)
    return (
      <Dialog open onClose={onClose} title={t("refundNone")} description={t("refundNoneHelp")} actions={<Button onClick={onClose}>{t("close")}</Button>} />
    );
  if (left.length === 0) return null;
  return <RefundSheet payments={left} suggested={compareDecimals(credit.amount, left[0]!.refundable.amount) < 0 ? credit : left[0]!.refundable} onClose={onClose} />;
}
