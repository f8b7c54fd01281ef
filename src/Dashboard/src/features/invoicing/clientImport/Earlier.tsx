import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { ClientImportRun } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, InstantText, Loading, Pill, Section, Skeleton, toast } from "@/ui";
import { messages } from "./messages";
import { clientImportsQuery, undoClientImport } from "./queries";

/** Every import of clients, newest first, each of which can be undone. */
export function Earlier() {
  const t = useText(messages);
  const queries = useQueryClient();
  const imports = useQuery(clientImportsQuery);
  const [asked, setAsked] = useState<ClientImportRun | null>(null);
  const undo = useMutation({
    mutationFn: (run: ClientImportRun) => undoClientImport(run.importId),
    onSuccess: (undone) => toast.done(undone.kept.length > 0 ? t("undoneBut", { count: undone.undone, kept: undone.kept.map((client) => client.name).join(", ") }) : t("undone", { count: undone.undone })),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setAsked(null);
      return queries.invalidateQueries({ queryKey: [keys.clients] });
    },
  });
  return (
    <Section title={t("earlier")}>
      <ErrorText error={imports.error} onRetry={() => void imports.refetch()} />
      {!imports.data && !imports.error && (
        <Loading>
          <Skeleton className="h-12 w-full" />
        </Loading>
      )}
      {imports.data?.items.length === 0 && <p className="text-muted">{t("noEarlier")}</p>}
      {imports.data && imports.data.items.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line">
          {imports.data.items.map((run) => (
            <li key={run.importId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex items-center gap-2">
                  <span className="truncate font-medium">{run.fileName}</span>
                  <Pill tone={run.state === "done" ? "good" : "quiet"}>{t(`state_${run.state}`)}</Pill>
                </p>
                <p className="text-table text-muted">
                  {run.at && <InstantText at={run.at} />} · {run.actor} · {t("counts", { accepted: run.accepted, unchanged: run.unchanged, rejected: run.rejected })}
                </p>
              </div>
              {run.state === "done" && (
                <Button size="sm" aria-label={t("undoOf", { name: run.fileName })} onClick={() => setAsked(run)}>
                  {t("undo")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Confirm open={asked !== null} onClose={() => setAsked(null)} title={t("undoTitle", { name: asked?.fileName ?? "" })} description={t("undoHelp")} action={t("undo")} danger busy={undo.isPending} onConfirm={() => asked && undo.mutate(asked)} />
    </Section>
  );
}
