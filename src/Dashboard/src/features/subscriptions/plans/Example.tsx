import { useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { OfferTerms } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { useRested } from "@/lib/useRested";
import { ErrorText, Field, Input, Loading, Section, Select, Skeleton } from "@/ui";
import { Lines } from "../parts/Lines";
import { messages } from "./messages";
import { exampleQuery } from "./queries";

/** The first invoices of what stands in the editor, as the server makes them. */
export function Example({ terms, currencies }: { terms: OfferTerms | null; currencies: readonly string[] }) {
  const t = useText(messages);
  const [currency, setCurrency] = useState(currencies[0]!);
  const [seats, setSeats] = useState("3");
  const shown = currencies.includes(currency) ? currency : currencies[0]!;
  return (
    <Section title={t("example")}>
      <div className="flex flex-col gap-4">
        <p className="text-xs text-muted">{t("exampleHelp")}</p>
        {currencies.length > 1 && (
          <Field label={t("exampleCurrency")}>
            <Select value={shown} onChange={setCurrency} options={currencies.map((value) => ({ value, label: value }))} />
          </Field>
        )}
        {terms?.components.some((one) => one.kind === "seats") && (
          <Field label={t("exampleSeats")}>
            <Input inputMode="numeric" className="tabular" value={seats} onChange={(event) => setSeats(event.target.value)} />
          </Field>
        )}
        {terms?.components.some((one) => one.kind === "metered") && <p className="text-xs text-muted">{t("exampleUsed")}</p>}
        {terms ? <Invoices terms={terms} currency={shown} quantity={/^\d{1,6}$/.test(seats.trim()) ? Math.max(1, Number(seats)) : 1} /> : <p className="text-table text-muted">{t("exampleWaits")}</p>}
      </div>
    </Section>
  );
}

function Invoices({ terms, currency, quantity }: { terms: OfferTerms; currency: string; quantity: number }) {
  const t = useText(messages);
  const formats = useFormats();
  const asked = JSON.parse(useRested(JSON.stringify({ terms, currency, quantity }), 250)) as { terms: OfferTerms; currency: string; quantity: number };
  const example = useQuery({ ...exampleQuery(asked.terms, asked.currency, asked.quantity), placeholderData: keepPreviousData });
  if (example.error) return <ErrorText error={example.error} onRetry={() => void example.refetch()} />;
  if (!example.data)
    return (
      <Loading>
        <Skeleton className="h-24 w-full" />
      </Loading>
    );
  const { refusal, invoices } = example.data;
  if (refusal) return <p className="text-table text-warn">{refusalText(refusal.code, {}) ?? refusal.detail}</p>;
  if (invoices.length === 0 && terms.components.some((one) => one.kind === "metered")) return null;
  if (invoices.length === 0) return <p className="text-table text-muted">{t("exampleNone")}</p>;
  return invoices.map((invoice) => (
    <div key={invoice.on}>
      <h3 className="mb-1 text-table font-medium">{t("exampleInvoice", { day: formats.day(invoice.on) })}</h3>
      <Lines label={t("exampleInvoice", { day: formats.day(invoice.on) })} lines={invoice.lines} total={invoice.total} />
    </div>
  ));
}
