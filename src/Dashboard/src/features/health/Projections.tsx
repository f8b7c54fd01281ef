import { useQuery } from "@tanstack/react-query";
import type { Projection } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { AgoText, Card, ErrorText, Loading, Pill, Section, Skeleton, type Tone } from "@/ui";
import { messages } from "./messages";
import { projectionsQuery } from "./queries";

const tones: Record<Projection["state"], Tone> = { running: "good", stopped: "bad", rebuilding: "open" };
const head = "px-4 py-2 font-medium whitespace-nowrap";
const cell = "px-4 py-2 whitespace-nowrap";

/** The read models: where each stands in the log, and what holds it up. */
export function Projections({ now }: { now: Date }) {
  const t = useText(messages);
  const formats = useFormats();
  const { data, error, isPending, refetch } = useQuery(projectionsQuery);
  return (
    <Section title={t("projections")} about={<span className="hidden sm:inline">{t("projectionsAbout")}</span>}>
      {error && !data && <ErrorText error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <Loading>
          <Skeleton className="h-32" />
        </Loading>
      )}
      {data?.items.length === 0 && <p className="text-muted">{t("noProjections")}</p>}
      {data && data.items.length > 0 && (
        <Card>
          <div role="region" aria-label={t("projections")} tabIndex={0} className="overflow-x-auto rounded-card">
          <table className="w-full text-table" aria-label={t("projections")}>
            <thead>
              <tr className="border-b border-line text-left text-xs text-muted">
                <th className={head}>{t("name")}</th>
                <th className={head}>{t("state")}</th>
                <th className={`${head} text-right`}>{t("position")}</th>
                <th className={`${head} text-right`}>{t("behind")}</th>
                <th className={`${head} text-right`}>{t("updated")}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={`${one.name} ${one.version}`} className="border-b border-line last:border-b-0">
                  <td className={cell}>
                    <span className="font-medium">{one.name}</span> <span className="text-muted">v{one.version} · {t(one.lifecycle.toLowerCase() === "inline" ? "inline" : "async")}</span>
                    {one.error && <p className="max-w-xl text-xs whitespace-normal text-bad">{one.error}</p>}
                  </td>
                  <td className={cell}>
                    <Pill tone={tones[one.state] ?? "quiet"}>{t(one.state in tones ? one.state : "stopped")}</Pill>
                  </td>
                  <td data-numeric className={`${cell} text-right`}>{formats.number(one.position)}</td>
                  <td data-numeric className={`${cell} text-right`}>{one.lag > 0 ? <span className={one.lag > 1_000 ? "text-warn" : ""}>{t("lag", { count: one.lag })}</span> : <span className="text-muted">{t("upToDate")}</span>}</td>
                  <td className={`${cell} text-right text-muted`}>{one.lastUpdated ? <AgoText at={one.lastUpdated} now={now} /> : t("never")}</td>
                </tr>
              ))}
            </tbody>
          </table>
          </div>
        </Card>
      )}
    </Section>
  );
}
