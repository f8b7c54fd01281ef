import { useMemo } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Activity } from "lucide-react";
import { useMay } from "@/api/may";
import { activityQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays, todayIn } from "@/lib/dates";
import { Button, buttonClass, EmptyState, ErrorText, Loading, Page, Skeleton, Tabs } from "@/ui";
import { ActivityList, byDay, stepsOf } from "@/ui/activity";
import { messages } from "./messages";

const route = getRouteApi("/activity");

/** Everything that happened, by day, newest first; live. */
export function ActivityPage() {
  const t = useText(messages);
  const formats = useFormats();
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const arrange = useMay("facilities.arrange");
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(activityQuery(100, kind));
  const days = useMemo(() => {
    const lines = data?.pages.flatMap((page) => page.items) ?? [];
    return byDay(stepsOf(lines), (at) => todayIn(formats.timeZone, new Date(at)));
  }, [data, formats]);
  const nameOf = (day: string) => (day === formats.today ? t("today") : day === addDays(formats.today, -1) ? t("yesterday") : formats.longDay(day));

  return (
    <Page
      title={t("title")}
      about={<span className="hidden sm:inline">{t("about")}</span>}
      tabs={
        <Tabs
          label={t("kinds")}
          value={kind ?? "all"}
          onChange={(next) => void navigate({ search: next === "all" ? {} : { kind: next }, replace: true })}
          tabs={(["all", "billing", "directory", "imports", "settings"] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <div className="mx-auto w-full max-w-3xl px-4 py-4 sm:px-6">
        <ErrorText error={error} onRetry={() => void refetch()} />
        {isPending && (
          <Loading className="flex flex-col gap-3">
            {Array.from({ length: 10 }, (_, at) => (
              <Skeleton key={at} className="h-7" />
            ))}
          </Loading>
        )}
        {data && days.length === 0 && kind && <p className="py-10 text-center text-muted">{t("noneOfKind")}</p>}
        {data && days.length === 0 && !kind && (
          <EmptyState icon={<Activity aria-hidden />} title={t("empty")} actions={arrange && <Link to="/facilities/import" className={buttonClass("primary")}>{t("import")}</Link>}>
            {t("emptyHelp")}
          </EmptyState>
        )}
        {days.map(([day, steps]) => (
          <section key={day} className="mb-6">
            <h2 className="mb-1 text-xs font-medium text-muted">{nameOf(day)}</h2>
            <ActivityList steps={steps} />
          </section>
        ))}
        {hasNextPage && (
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("more")}
          </Button>
        )}
      </div>
    </Page>
  );
}
