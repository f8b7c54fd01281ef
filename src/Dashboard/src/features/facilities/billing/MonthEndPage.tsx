import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CalendarCheck, ExternalLink, Link2Off } from "lucide-react";
import { useMay } from "@/api/may";
import { settingsQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { buttonClass, EmptyState, ErrorText, Loading, Page, Skeleton, useCommand, useShortcut } from "@/ui";
import { messages } from "./messages";

/** Opens the external tracker for the end of the month. */
export function MonthEndPage() {
  const t = useText(messages);
  const { data, error, refetch } = useQuery(settingsQuery);
  const url = data?.monthEndUrl ?? null;
  const arrange = useMay("facilities.arrange");
  const open = () => void (url && window.open(url, "_blank", "noopener,noreferrer"));
  useShortcut({ keys: "o", label: t("openMonthEnd"), group: t("monthEnd"), enabled: url !== null, run: open });
  useCommand({ id: "open-month-end", label: t("openMonthEnd"), icon: <ExternalLink aria-hidden />, words: "tracker link", run: open }, url !== null);
  return (
    <Page title={t("monthEnd")}>
      {error ? (
        <ErrorText error={error} onRetry={() => void refetch()} className="m-6" />
      ) : !data ? (
        <Loading className="mx-auto max-w-md p-14">
          <Skeleton className="h-24 w-full" />
        </Loading>
      ) : url === null ? (
        <EmptyState icon={<Link2Off aria-hidden />} title={t("noMonthEnd")} actions={arrange && <Link to="/settings" className={buttonClass("primary")}>{t("toSettings")}</Link>}>
          {t("noMonthEndHelp")}
        </EmptyState>
      ) : (
        <EmptyState
          icon={<CalendarCheck aria-hidden />}
          title={hostOf(url)}
          actions={
            <>
              <a href={url} target="_blank" rel="noopener noreferrer" className={buttonClass("primary")}>
                <ExternalLink aria-hidden className="size-4" />
                {t("openMonthEnd")}
              </a>
              {arrange && (
                <Link to="/settings" className={buttonClass()}>
                  {t("toSettings")}
                </Link>
              )}
            </>
          }
        >
          {t("monthEndHelp")}
        </EmptyState>
      )}
    </Page>
  );
}

/** Where a link leads, so that one sees it before one goes. */
function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
