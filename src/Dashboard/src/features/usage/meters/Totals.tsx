import { useQuery } from "@tanstack/react-query";
import type { Meter } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays } from "@/lib/dates";
import { ErrorText, Loading, Skeleton } from "@/ui";
import { amountText } from "./amounts";
import { messages } from "./messages";
import { usageQuery, type Reading } from "./queries";

/** What the meter read in all of the time, and how that stands to the days before. */
export function Totals({ meter, reading, days }: { meter: Meter; reading: Reading; days: number }) {
  const t = useText(messages);
  const { locale, number } = useFormats();
  const now = useQuery(usageQuery(meter.code, reading, true));
  const before = useQuery(usageQuery(meter.code, { ...reading, from: addDays(reading.from, -days), to: reading.from }));
  const error = now.error ?? before.error;
  if (error) return <ErrorText error={error} onRetry={() => void (now.error ? now : before).refetch()} />;
  if (!now.data || !before.data)
    return (
      <Loading>
        <Skeleton className="h-16 w-full" />
      </Loading>
    );
  // No window without usage is told of: what is missing is nothing.
  const [amount, past] = [now.data.items[0]?.amount ?? "0", before.data.items[0]?.amount ?? "0"];
  // Shares are for the eye; the amounts are the server's.
  const share = Number(past) === 0 ? null : Math.round((Number(amount) / Number(past) - 1) * 100);
  return (
    <dl className="grid grid-cols-2 gap-4 phone:grid-cols-3">
      <Figure label={t("total")} value={amountText(amount, meter, locale)} about={share === null ? undefined : share === 0 ? t("same") : t(share > 0 ? "more" : "less", { share: number(Math.abs(share)) })} />
      <Figure label={t("events")} value={number(now.data.items[0]?.events ?? 0)} />
      <Figure label={t("before")} value={amountText(past, meter, locale)} about={t("beforeHelp")} />
    </dl>
  );
}

const Figure = ({ label, value, about }: { label: string; value: string; about?: string | undefined }) => (
  <div>
    <dt className="text-xs text-muted">{label}</dt>
    <dd className="tabular text-lg font-medium break-words">{value}</dd>
    {about && <dd className="text-xs text-muted">{about}</dd>}
  </div>
);
