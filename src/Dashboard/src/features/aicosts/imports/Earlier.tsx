import { useState } from "react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { keys } from "@/api/queries";
import { useMay } from "@/api/may";
import type { AiImportRun } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, InstantText, Listed, Pill, Section, toast } from "@/ui";
import { messages } from "./messages";
import { importsQuery, undoImport } from "./queries";

/** Every file that was taken over, newest first; each can be taken back, and leads to its records. */
export function Earlier() {
  const t = useText(messages);
  const queries = useQueryClient();
  const runs = useInfiniteQuery({ ...importsQuery, enabled: useMay("aicosts.see") });
  const [asked, setAsked] = useState<AiImportRun | null>(null);
  const undo = useMutation({
    mutationFn: (run: AiImportRun) => undoImport(run.importId),
    onSuccess: ({ withdrawn, restored }) => toast.done(restored > 0 ? t("undoneBut", { count: withdrawn, restored }) : t("undone", { count: withdrawn })),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setAsked(null);
      return Promise.all([keys.aiUsage, keys.aiBudgets].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <Section title={t("earlier")}>
      <Listed list={runs} empty={<p className="text-muted">{t("noEarlier")}</p>} more={t("more")} moreClass="mt-3" shape="h-12">
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
                    <InstantText at={run.at} /> · {run.by} · {t("counts", { accepted: run.accepted, unchanged: run.unchanged, rejected: run.rejected })}
                  </p>
                </div>
                {run.state === "done" && (
                  <>
                    <Link to="/ai/usage" search={{ import: run.importId }} aria-label={t("recordsOf", { name: run.fileName })} className="rounded text-table underline decoration-dotted underline-offset-4 hover:text-accent-ink">{t("records")}</Link>
                    <Button size="sm" aria-label={t("undoOf", { name: run.fileName })} onClick={() => setAsked(run)}>{t("undo")}</Button>
                  </>
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
