import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { AiReconciliation } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { ErrorText, Loading, Section, Skeleton } from "@/ui";
import { ChartMenu } from "@/ui/chart";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";
import { reconciliationQuery } from "./queries";

/** What the provider of an account reports beside what the price book makes of its tokens, day by day. */
export function Reconciled({ account }: { account: string }) {
  const t = useText(messages);
  const found = useQuery(reconciliationQuery(account));
  const pages = found.data?.items;
  return (
    <>
      {(!pages || pages.length === 0) && (
        <Section title={t("title")}>
          <ErrorText error={found.error} onRetry={() => void found.refetch()} />
          {!pages && !found.error && (
            <Loading>
              <Skeleton className="h-24 w-full" />
            </Loading>
          )}
          {pages && <p className="text-table text-muted">{t("none")}</p>}
        </Section>
      )}
      {pages?.map((page) => <InCurrency key={page.currency} page={page} />)}
    </>
  );
}

function InCurrency({ page }: { page: AiReconciliation }) {
  const t = useText(messages);
  const formats = useFormats();
  const title = t("titleIn", { currency: page.currency });
  const days = page.days.toReversed();
  const table = () => [
    [t("day"), t("reported"), t("computed"), t("variance"), t("currency"), t("reason")],
    ...days.map((day) => [day.day, day.reported?.amount ?? "", day.computed?.amount ?? "", day.variance.amount, page.currency, day.leftOut ? t("leftOutDay") : t(`reason_${day.reason}`)]),
  ];
  const cell = "px-3 py-1.5 text-right";
  return (
    <Section title={title} actions={<ChartMenu label={title} name={`reconciliation-${page.currency.toLowerCase()}`} table={table} />}>
      <p className="mb-2 text-table text-muted">{t("help")}</p>
      <div tabIndex={0} role="region" aria-label={title} className="max-h-96 overflow-auto rounded-card border border-line">
        <table className="w-full text-table">
          <thead className="sticky top-0 bg-surface text-left text-xs text-muted">
            <tr>
              <th scope="col" className="px-3 py-2 font-medium">{t("day")}</th>
              {(["reported", "computed", "variance"] as const).map((name) => (
                <th key={name} scope="col" className="px-3 py-2 text-right font-medium">{t(name)}</th>
              ))}
              <th scope="col" className="px-3 py-2 font-medium">{t("reason")}</th>
            </tr>
          </thead>
          <tbody>
            <tr className="border-t border-line font-medium">
              <th scope="row" className="px-3 py-1.5 text-left">{t("all")}</th>
              <td className={cell}><CostText cost={page.reported} /></td>
              <td className={cell}><CostText cost={page.days.some((day) => day.computed !== null && !day.leftOut) ? page.computed : null} /></td>
              <td className={cell}><CostText cost={page.variance} /></td>
              <td className="px-3 py-1.5 text-xs font-normal text-muted">{/[1-9]/.test(page.leftOut.amount) && t("leftOut", { cost: formats.money(page.leftOut) })}</td>
            </tr>
            {days.map((day) => (
              <tr key={`${day.day} ${day.leftOut}`} className="border-t border-line">
                <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                  <Link to="/ai/usage" search={{ filter: `day.is.${day.day};account.is.${page.account}` }} className="tabular rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">
                    {formats.day(day.day)}
                  </Link>
                </th>
                <td className={cell}><CostText cost={day.reported} /></td>
                <td className={cell}><CostText cost={day.computed} /></td>
                <td className={cell}>
                  <CostText cost={day.variance} />
                  {day.share && <span className="tabular block text-xs text-muted">{t("share", { percent: showDecimal(day.share, formats.locale, 0) })}</span>}
                </td>
                <td className="min-w-40 px-3 py-1.5 text-xs">{day.leftOut ? t("leftOutDay") : t(`reason_${day.reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
