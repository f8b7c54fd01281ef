import { useState } from "react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { MessageImportRun } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, InstantText, Listed, Pill, Section, toast } from "@/ui";
import { messages } from "./messages";
import { importsQuery, undoImport } from "./queries";

/** Every file that was taken over, newest first; each can be taken back. */
export function Earlier() {
  const t = useText(messages);
  const queries = useQueryClient();
  const keep = useMay("support.keep");
  const runs = useInfiniteQuery({ ...importsQuery, enabled: useMay("support.see") });
  const [asked, setAsked] = useState<MessageImportRun | null>(null);
  const undo = useMutation({
    mutationFn: (run: MessageImportRun) => undoImport(run.importId),
    onSuccess: ({ undone, kept }) => toast.done(t("undone", { count: undone }), kept.length > 0 ? { detail: t("undoneKept", { count: kept.length }) } : {}),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setAsked(null);
      return Promise.all([keys.supportMessages, keys.supportRequests, keys.supportMonths].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <Section title={t("earlier")}>
      <Listed list={runs} empty={<p className="text-muted">{t("noEarlier")}</p>} more={t("moreImports")} moreClass="mt-3" shape="h-12">
        {(items) => (
          <ul aria-label={t("earlier")} className="divide-y divide-line rounded-card border border-line">
            {items.map((run) => (
              <li key={run.importId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="flex items-center gap-2">
                    <span className="truncate font-medium">{run.fileName}</span>
                    <Pill tone={run.state === "done" ? "good" : "quiet"}>{t(`state_${run.state}`)}</Pill>
                  </p>
                  <p className="text-table text-muted">
                    <InstantText at={run.at} /> · {run.by} · {t("counts", { accepted: run.accepted, unchanged: run.unchanged, leftOut: run.leftOut, rejected: run.rejected })}
                    {run.state === "undone" && <> · {t("takenBack", { undone: run.undone, kept: run.kept })}</>}
                  </p>
                </div>
                {keep && run.state === "done" && (
                  <Button size="sm" aria-label={t("undoOf", { name: run.fileName })} onClick={() => setAsked(run)}>
                    {t("undo")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Listed>
      <Confirm open={asked !== null} onClose={() => setAsked(null)} title={t("undoTitle", { name: asked?.fileName ?? "" })} description={t("undoHelp")} action={t("undo")} danger busy={undo.isPending} onConfirm={() => asked && undo.mutate(asked)} />
    </Section>
  );
}
