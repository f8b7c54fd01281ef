import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { importsQuery } from "@/api/queries";
import type { ImportRun } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, Dialog, ErrorText, InstantText, Loading, Pill, Progress, Section, Skeleton, type Tone } from "@/ui";
import { messages } from "./messages";
import { Undone } from "./Undone";
import { useUndoImport } from "./useUndoImport";

const tones: Record<ImportRun["state"], Tone> = { running: "accent", done: "good", undone: "quiet" };

/** Every import there was, newest first, each of which can be undone. */
export function EarlierImports() {
  const t = useText(messages);
  const { data, error, refetch } = useQuery({ ...importsQuery, refetchInterval: (query) => (query.state.data?.items.some((run) => run.state === "running") ? 1_000 : false) });
  const [asked, setAsked] = useState<ImportRun | null>(null);
  const undo = useUndoImport();
  return (
    <Section title={t("earlier")}>
      {error ? (
        <ErrorText error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading>
          <Skeleton className="h-12 w-full" />
        </Loading>
      ) : data.items.length === 0 ? (
        <p className="text-muted">{t("noEarlier")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {data.items.map((run) => (
            <li key={run.importId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex items-center gap-2">
                  <span className="truncate font-medium">{run.fileName}</span>
                  <Pill tone={tones[run.state]}>{t(`state_${run.state}`)}</Pill>
                </p>
                <p className="text-table text-muted">
                  {run.at && <InstantText at={run.at} />}
                  {run.actor && ` · ${run.actor}`} · {t("counts", { accepted: run.accepted, unchanged: run.unchanged, rejected: run.rejected })}
                </p>
              </div>
              {run.state === "running" && (
                <div className="w-40">
                  <Progress value={run.progress} label={t("state_running")} />
                </div>
              )}
              {run.state === "done" && run.accepted > 0 && (
                <Button size="sm" aria-label={t("actionsOf", { name: run.fileName })} onClick={() => setAsked(run)}>
                  {t("undo")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <Confirm
          open
          onClose={() => setAsked(null)}
          title={t("undoTitle", { name: asked.fileName })}
          description={t("undoHelp")}
          action={t("undoImport")}
          danger
          busy={undo.isPending}
          onConfirm={() => undo.mutate(asked.importId, { onSettled: () => setAsked(null) })}
        />
      )}
      <Dialog open={undo.data !== undefined} onClose={undo.reset} title={t("undoImport")}>
        {undo.data && <Undone undone={undo.data} />}
      </Dialog>
    </Section>
  );
}
