import type { ChurnPage, RevenuePage } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Explain, MoneyText } from "@/ui";
import { messages } from "./messages";

/** The figure, and what was lost and won beside it. */
export function Figures({ revenue, churn, when, past }: { revenue: RevenuePage; churn: ChurnPage | undefined; when: string; past: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const percent = (value: string | null | undefined) => (value ? t("percent", { value: showDecimal(value, formats.locale, 0) }) : t("none"));
  const lost = churn && churn.clientsBefore > 0 ? t("lostOf", { lost: churn.clientsLost, all: churn.clientsBefore }) : null;
  const trials = churn && churn.trialsEnded > 0 ? t("lostOf", { lost: churn.trialsPaid, all: churn.trialsEnded }) : null;
  const figures = [
    [t("clients"), formats.number(revenue.clients), null],
    [t("perClient"), <MoneyText key="each" money={churn?.revenuePerClient ?? null} />, null],
    [t("logoChurn"), percent(churn?.logoChurn), lost],
    [t("revenueChurn"), percent(churn?.revenueChurn), null],
    [t("lifetime"), <MoneyText key="life" money={churn?.lifetimeValue ?? null} />, null],
    [t("conversion"), percent(churn?.trialConversion), trials],
  ] as const;
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="text-table text-muted">
          {t("mrr")} · {when}
        </p>
        {past ? (
          <MoneyText money={revenue.mrr} large />
        ) : (
          <Explain of={{ kind: "revenue", id: "now", currency: revenue.currency }}>
            <MoneyText money={revenue.mrr} large />
          </Explain>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-3 lg:grid-cols-6">
        {figures.map(([name, value, more]) => (
          <div key={name} className="bg-surface px-3 py-2">
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="tabular font-medium">
              {value}
              {more && <span className="block text-xs font-normal text-muted">{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
