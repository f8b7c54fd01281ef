import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Card, MoneyText } from "@/ui";
import { messages } from "./messages";
import { budgetsQuery, revenueQuery, supportMonthQuery } from "./queries";

const few = 3;

/** What comes in each month, what AI services cost of what they may, and the hours of support: a card for each that the organisation uses. */
export function Modules() {
  const t = useText(messages);
  const formats = useFormats();
  const month = formats.today.slice(0, 7);
  const revenue = useQuery({ ...revenueQuery(formats.today), enabled: useMay("subscriptions.see") }).data?.currencies.filter((one) => one.clients > 0) ?? [];
  const budgets = useQuery({ ...budgetsQuery, enabled: useMay("aicosts.see") }).data?.items ?? [];
  const support = useQuery({ ...supportMonthQuery(month), enabled: useMay("support.see") }).data?.items ?? [];
  if (revenue.length + budgets.length + support.length === 0) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {revenue.length > 0 && (
        <Tile
          title={t("mrr")}
          more={
            <Link to="/reports/$name" params={{ name: "mrr-movements" }} className="rounded text-table text-muted underline underline-offset-2 hover:text-ink">
              {t("toReport")}
            </Link>
          }
        >
          {revenue.map((one) => (
            <li key={one.currency} className="flex items-baseline justify-between gap-3">
              <span className="text-table text-muted">{t("payingClients", { count: one.clients })}</span>
              <MoneyText money={one.mrr} className="font-semibold" />
            </li>
          ))}
        </Tile>
      )}
      {budgets.length > 0 && (
        <Tile
          title={t("aiBudgets")}
          more={
            <Link to="/ai/budgets" className="rounded text-table text-muted underline underline-offset-2 hover:text-ink">
              {t("allBudgets")}
            </Link>
          }
        >
          {budgets.slice(0, few).map((one) => (
            <li key={one.id} className="flex flex-col gap-1">
              <span className="flex items-baseline justify-between gap-3 text-table">
                <span className="min-w-0 truncate">{one.name}</span>
                <span className="tabular whitespace-nowrap text-muted">{t("usedOf", { used: showDecimal(one.used, formats.locale, 0), amount: formats.money(one.amount) })}</span>
              </span>
            </li>
          ))}
        </Tile>
      )}
      {support.length > 0 && (
        <Tile
          title={t("supportHours")}
          more={
            <Link to="/reports/$name" params={{ name: "support-profitability" }} search={{ from: `${month}-01` }} className="rounded text-table text-muted underline underline-offset-2 hover:text-ink">
              {t("toReport")}
            </Link>
          }
        >
          {support.map((one) => (
            <li key={one.currency} className="flex items-baseline justify-between gap-3">
              <span className="text-table text-muted">{t("hoursOf", { hours: showDecimal(one.hours, formats.locale, 0), count: formats.number(one.requests) })}</span>
              <MoneyText money={one.supportNet} className="font-semibold" />
            </li>
          ))}
        </Tile>
      )}
    </div>
  );
}

const Tile = ({ title, more, children }: { title: string; more: ReactNode; children: ReactNode }) => (
  <Card className="flex flex-col gap-2 px-5 py-4">
    <div className="flex items-baseline justify-between gap-3">
      <h2 className="text-sm font-semibold">{title}</h2>
      {more}
    </div>
    <ul aria-label={title} className="flex flex-col gap-2">
      {children}
    </ul>
  </Card>
);
