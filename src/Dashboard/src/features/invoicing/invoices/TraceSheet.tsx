import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Invoice, TracedTax, TraceNode } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { ErrorText, Loading, MoneyText, Sheet, Skeleton } from "@/ui";
import { messages } from "./messages";
import { traceQuery } from "./queries";

/** How the total came about: lines, charges, facts. Each amount is made of what stands under it. */
export function TraceSheet({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const { data, error, refetch } = useQuery(traceQuery(invoice.id));
  return (
    <Sheet open wide onClose={onClose} title={t("traceOf", { amount: formats.money(invoice.total) })} description={t("traceHelp")}>
      {error ? (
        <ErrorText error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading className="flex flex-col gap-3">
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-8 w-2/3" />
        </Loading>
      ) : (
        <>
          <ul>
            <Node node={data} first />
          </ul>
          {data.contained && (
            <section aria-label={t("contained")} className="mt-6">
              <h3 className="font-semibold">{t("contained")}</h3>
              <ul>
                {data.contained.map((tax) => (
                  <li key={`${tax.name} ${tax.rate}`} className="border-b border-line py-2 last:border-0">
                    <details>
                      <summary className="rounded">
                        <span className="inline-flex w-[calc(100%-1.25rem)] items-baseline justify-between gap-4 align-top">
                          <TaxName tax={tax} />
                          <MoneyText money={tax.amount} />
                        </span>
                      </summary>
                      <TaxedLines tax={tax} />
                    </details>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Sheet>
  );
}

/** Which tax, and what it is a share of. */
function TaxName({ tax }: { tax: TracedTax }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <span className="min-w-0">
      <span className="break-words">{`${tax.name} ${showDecimal(tax.rate, formats.locale, 0)} %`}</span>
      <span className="tabular block text-xs text-muted">{t("taxOn", { on: formats.money(tax.on) })}</span>
    </span>
  );
}

/** The lines that a tax is owed on. They add up to what it is a share of, not to the tax, which is rounded once. */
function TaxedLines({ tax }: { tax: TracedTax }) {
  const t = useText(messages);
  return (
    <ul aria-label={t("taxedLines", { tax: tax.name })} className="mt-1 ml-2 border-l border-line pl-3 text-table text-muted">
      {tax.lines.map((line) => (
        <li key={line.line} className="flex items-baseline justify-between gap-4 py-1">
          <span className="min-w-0 break-words">{`${line.line}. ${line.description}`}</span>
          <MoneyText money={line.on} />
        </li>
      ))}
    </ul>
  );
}

function Node({ node, first = false }: { node: TraceNode; first?: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const words = node.kind === "byHand" || node.kind === "lineDiscount" || node.kind === "discount" ? t(`kind_${node.kind}`) : node.label;
  const times = node.quantity && node.unitPrice ? t("times", { quantity: showDecimal(node.quantity, formats.locale, 0), price: showDecimal(node.unitPrice, formats.locale, 2) }) : null;
  const line = (
    <span className="inline-flex w-[calc(100%-1.25rem)] items-baseline justify-between gap-4 align-top">
      {node.tax ? (
        <TaxName tax={node.tax} />
      ) : (
        <span className="min-w-0">
          <span className={first ? "font-semibold" : "break-words"}>{words}</span>
          <span className="tabular block text-xs text-muted">
            {node.kind === "charge" && node.id ? (
              <Link to="/charges" search={{ charge: node.id }} className="text-accent-ink underline">
                {t("kind_charge")}
              </Link>
            ) : (
              t(`kind_${node.kind}`)
            )}
            {times && ` · ${times}`}
            {node.kind === "fact" && node.module === "facilities" && node.factKind === "billing_record" && node.id && (
              <>
                {" · "}
                <Link to="/facilities" search={{ view: "all", record: node.id }} className="text-accent-ink underline">
                  {t("record")}
                </Link>
              </>
            )}
            {node.kind === "fact" && node.module === "usage" && node.factKind === "usage" && node.id && (
              <>
                {" · "}
                <Link to="/usage/bills" search={{ bill: node.id.split("/")[0]! }} className="text-accent-ink underline">
                  {t("usageEvents")}
                </Link>
              </>
            )}
            {node.kind === "fact" && node.module === "subscriptions" && node.id && (
              <>
                {" · "}
                <Link to="/subscriptions/$id" params={{ id: node.id.split("/")[0]! }} className="text-accent-ink underline">
                  {t("subscription")}
                </Link>
              </>
            )}
          </span>
        </span>
      )}
      <MoneyText money={node.amount} className={first ? "font-semibold" : ""} />
    </span>
  );
  return (
    <li className="border-b border-line last:border-0">
      {node.tax ? (
        <details>
          <summary className="rounded py-2">{line}</summary>
          <TaxedLines tax={node.tax} />
        </details>
      ) : node.parts.length === 0 ? (
        <div className="py-2 pl-5">{line}</div>
      ) : (
        <details open>
          <summary className="rounded py-2">{line}</summary>
          <ul className="ml-2 border-l border-line pl-3">
            {node.parts.map((part, at) => (
              <Node key={at} node={part} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
