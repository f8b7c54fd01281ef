import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { activityQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { useNow } from "@/lib/useNow";
import { Card, ErrorText, Loading, Section, Skeleton } from "@/ui";
import { ActivityList, stepsOf } from "@/ui/activity";
import { messages } from "./messages";

/** The latest steps of everybody. */
export function Recent() {
  const t = useText(messages);
  const now = useNow();
  const { data, error, isPending, refetch } = useInfiniteQuery(activityQuery(30));
  const steps = stepsOf(data?.pages[0]?.items ?? []).slice(0, 8);
  return (
    <Section
      title={t("recent")}
      actions={
        <Link to="/activity" className="rounded text-table text-accent-ink hover:underline">
          {t("allActivity")}
        </Link>
      }
    >
      <Card className="px-4 py-1">
        {error && <ErrorText className="my-2" error={error} onRetry={() => void refetch()} />}
        {isPending && (
          <Loading className="flex flex-col gap-4 py-3">
            {Array.from({ length: 5 }, (_, at) => (
              <Skeleton key={at} className="h-5" />
            ))}
          </Loading>
        )}
        {data && (steps.length > 0 ? <ActivityList steps={steps} now={now} /> : <p className="py-6 text-center text-muted">{t("nothingYet")}</p>)}
      </Card>
    </Section>
  );
}
