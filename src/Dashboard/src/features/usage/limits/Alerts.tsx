import { useInfiniteQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, ErrorText, Section } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { messages } from "./messages";
import { alertsQuery } from "./queries";

/** What was told of limits, the newest first. */
export function Alerts() {
  const t = useText(messages);
  const formats = useFormats();
  const alerts = useInfiniteQuery({ ...alertsQuery, enabled: useMay("usage.see") });
  const items = alerts.data?.pages.flatMap((page) => page.items);
  const nameOf = useClientNames(items?.map((one) => one.subject) ?? []);
  const amount = (text: string) => showDecimal(text, formats.locale, 0);
  return (
    <Section title={t("alerts")}>
      <div className="flex flex-col gap-3">
        <ErrorText error={alerts.error} onRetry={() => void alerts.refetch()} />
        {items?.length === 0 && <p className="text-table text-muted">{t("noAlerts")}</p>}
        {items && items.length > 0 && (
          <ul aria-label={t("alerts")} className="flex flex-col divide-y divide-line rounded-card border border-line">
            {items.map((one) => (
              <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 px-3 py-2 text-table">
                <span className="tabular w-44 shrink-0 text-muted">{formats.instant(one.at)}</span>
                <span className="min-w-0 flex-1 basis-48 wrap-anywhere">{t("alert", { who: nameOf(one.subject), threshold: formats.number(one.threshold), code: one.code, used: amount(one.used), limit: amount(one.limit) })}</span>
              </li>
            ))}
          </ul>
        )}
        {alerts.hasNextPage && (
          <Button className="self-start" busy={alerts.isFetchingNextPage} onClick={() => void alerts.fetchNextPage()}>
            {t("more")}
          </Button>
        )}
      </div>
    </Section>
  );
}
