import { useQuery } from "@tanstack/react-query";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useNow } from "@/lib/useNow";
import { AgoText, Card, ErrorText, Loading, Needs, Page, Pill, Section, Skeleton, type Tone } from "@/ui";
import { DeadLetters } from "./DeadLetters";
import { messages } from "./messages";
import { partOf } from "./parts";
import { Projections } from "./Projections";
import { healthQuery } from "./queries";

const tones: Record<string, Tone> = { ok: "good", degraded: "warn", failed: "bad" };
const known = (status: string | undefined) => (status === "ok" || status === "degraded" ? status : "failed");

/** What works and what does not, with the last good moment of each part and a way to try again. */
export function HealthPage() {
  return (
    <Needs permission="operations.see">
      <Health />
    </Needs>
  );
}

function Health() {
  const t = useText(messages);
  const formats = useFormats();
  const now = useNow(5_000);
  const health = useQuery(healthQuery);
  const overall = known(health.data?.status);
  const nameOf = (name: string) => {
    const part = partOf(name);
    return part === null ? name : part.key === "projection" ? t("part_projection", { of: part.of }) : t(`part_${part.key}`);
  };

  return (
    <Page
      title={t("title")}
      about={
        health.data && (
          <span className="flex flex-wrap items-center gap-2">
            <Pill tone={tones[overall]!}>{t(overall)}</Pill>
            <span className="text-table">{t("checked", { ago: formats.ago(new Date(health.dataUpdatedAt).toISOString(), now) })}</span>
          </span>
        )
      }
    >
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-5 sm:px-6">
        <Section title={t("parts")}>
          {health.error && !health.data && <ErrorText error={health.error} onRetry={() => void health.refetch()} />}
          {health.isPending && (
            <Loading>
              <Skeleton className="h-40" />
            </Loading>
          )}
          {health.data && (
            <Card>
              <ul>
                {health.data.parts.map((part) => (
                  <li key={part.name} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0">
                    <span className="min-w-32 font-medium first-letter:uppercase">{nameOf(part.name)}</span>
                    <span className="min-w-0 flex-1 basis-48 text-table break-words text-muted">
                      {part.detail}
                      {part.lag !== undefined && part.lag !== null && part.lag > 0 && <> · {t("lag", { count: part.lag })}</>}
                    </span>
                    {part.lastGood && (
                      <span className="text-table text-muted">
                        {t("lastGood")}: <AgoText at={part.lastGood} now={now} />
                      </span>
                    )}
                    <Pill tone={tones[known(part.status)]!}>{t(`${known(part.status)}Pill`)}</Pill>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </Section>
        <Projections now={now} />
        <DeadLetters now={now} />
      </div>
    </Page>
  );
}
