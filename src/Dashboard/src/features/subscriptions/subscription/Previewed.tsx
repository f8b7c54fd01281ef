import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Subscription, SubscriptionPreview } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isNegative } from "@/lib/decimal";
import { useRested } from "@/lib/useRested";
import { ErrorText, Loading, Skeleton } from "@/ui";
import { Lines } from "../parts/Lines";
import { messages } from "./messages";
import { subscriptionPreviewQuery, type Wish } from "./queries";

/** What a wish comes to, asked once nobody types for a moment. */
export function usePreview(subscription: Subscription, wish: Wish | null) {
  const rested = JSON.parse(useRested(JSON.stringify(wish), 200)) as Wish | null;
  const preview = useQuery({ ...subscriptionPreviewQuery(subscription, rested ?? {}), enabled: rested !== null, placeholderData: keepPreviousData });
  return { ...preview, current: JSON.stringify(rested) === JSON.stringify(wish) && !preview.isPlaceholderData };
}

/** The lines of a change before anybody confirms it, and the invoice after it. */
export function Previewed({ preview, error }: { preview: SubscriptionPreview | undefined; error: unknown }) {
  const t = useText(messages);
  const formats = useFormats();
  if (error) return <ErrorText error={error} />;
  if (!preview)
    return (
      <Loading>
        <Skeleton className="h-24 w-full" />
      </Loading>
    );
  const { lines, due, holdsFrom, nextInvoiceOn, nextLines, nextTotal, givenBack, backTotal } = preview;
  return (
    <div className="flex flex-col gap-4">
      {holdsFrom && <p className="text-table text-muted">{t("holdsFrom", { day: formats.day(holdsFrom) })}</p>}
      {lines.length > 0 ? <Lines label={t("dueNow")} lines={lines} total={due} totalName={t(isNegative(due.amount) ? "creditNow" : "dueNow")} /> : <p className="text-table text-muted">{t("nothingNow")}</p>}
      {givenBack.length > 0 && (
        <div>
          <h3 className="mb-1 text-table font-medium">{t("givenBack")}</h3>
          <Lines label={t("givenBack")} lines={givenBack} total={backTotal} totalName={t("givenBack")} />
          <p className="mt-1 text-table text-muted">{t("givenBackHelp")}</p>
        </div>
      )}
      {nextInvoiceOn ? (
        <div>
          <h3 className="mb-1 text-table font-medium">{t("nextOn", { day: formats.day(nextInvoiceOn) })}</h3>
          <Lines label={t("nextOn", { day: formats.day(nextInvoiceOn) })} lines={nextLines} total={nextTotal} />
        </div>
      ) : (
        <p className="text-table text-muted">{t("noNext")}</p>
      )}
    </div>
  );
}
