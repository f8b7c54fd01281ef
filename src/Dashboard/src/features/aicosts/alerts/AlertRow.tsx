import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { AiAlert } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useNow } from "@/lib/useNow";
import { AgoText, Button, Pill } from "@/ui";
import { recordsOf, tones } from "./about";
import { messages } from "./messages";

const link = "rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink";

/** One alert: how loud it is, what it is about, what to do, and who saw it. */
export function AlertRow({ alert, about, onSeen }: { alert: AiAlert; about: string; onSeen?: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const now = useNow();
  const day = alert.day ?? "";
  const what = alert.kind === "budget" ? t("what_budget", { percent: formats.number(Number(alert.threshold ?? "0")), month: formats.month(day) }) : alert.kind === "anomaly" ? t("what_anomaly", { day: formats.day(day) }) : t(`what_${alert.kind}`);
  return (
    <li className="flex flex-col gap-1.5 px-3 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Pill tone={tones[alert.level]}>{t(`level_${alert.level}`)}</Pill>
        <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
          <span className="font-medium">{t(`kind_${alert.kind}`)}</span> <span className="text-muted">{about}</span>
        </span>
        <AgoText at={alert.raisedAt} now={now} className="text-table text-muted" />
        {onSeen && <Button size="sm" aria-label={t("acknowledgeOf", { kind: t(`kind_${alert.kind}`), about })} onClick={onSeen}>{t("acknowledge")}</Button>}
      </div>
      <p className="text-table">{what}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-table">
        <Ways alert={alert} />
      </p>
      {(alert.acknowledgedAt || alert.settledAt) && (
        <dl className="flex flex-col gap-0.5 text-xs [&>div]:flex [&>div]:flex-wrap [&>div]:gap-x-1.5 [&_dt]:text-muted">
          {alert.acknowledgedAt && (
            <div>
              <dt>{alert.acknowledgedBy ? t("seenBy", { who: alert.acknowledgedBy }) : t("seen")}</dt>
              <dd className="min-w-0 wrap-anywhere whitespace-pre-line">
                <AgoText at={alert.acknowledgedAt} now={now} />
                {alert.note && ` · ${alert.note}`}
              </dd>
            </div>
          )}
          {alert.settledAt && (
            <div>
              <dt>{t("settled")}</dt>
              <dd><AgoText at={alert.settledAt} now={now} /></dd>
            </div>
          )}
        </dl>
      )}
    </li>
  );
}

/** Where one looks into it. */
function Ways({ alert }: { alert: AiAlert }): ReactNode {
  const t = useText(messages);
  const records = recordsOf(alert);
  return (
    <>
      {records && <Link to="/ai/usage" search={records} className={link}>{t("toRecords")}</Link>}
      {alert.kind === "unpriced" && <Link to="/ai/prices" className={link}>{t("toPrices")}</Link>}
      {alert.kind === "anomaly" && <Link to="/ai/analytics" search={alert.accountId ? { account: alert.accountId } : {}} className={link}>{t("toAnalytics")}</Link>}
      {alert.accountId && <Link to="/ai/accounts/$id" params={{ id: alert.accountId }} className={link}>{t("toAccount")}</Link>}
      {alert.budgetId && <Link to="/ai/budgets" search={{ open: alert.budgetId }} className={link}>{t("toBudget")}</Link>}
    </>
  );
}
