import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { ClientImport, ClientImportOptions } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Loading, Needs, Page, Progress, Section, Skeleton, toast } from "@/ui";
import { FileDrop } from "@/ui/FileDrop";
import { Check } from "./Check";
import { Earlier } from "./Earlier";
import { messages } from "./messages";
import { kept, lookAtClients, sendClients, takeClients } from "./queries";

/** A list that is being looked at. */
interface Looking {
  file: File;
  options: ClientImportOptions;
  report: ClientImport;
}

/** From a spreadsheet to clients: choose, look, take; and the imports there were. */
export function ClientImportPage() {
  const t = useText(messages);
  const queries = useQueryClient();
  const [looking, setLooking] = useState<Looking | null>(null);
  const [wrong, setWrong] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const open = useMutation({ mutationFn: async (file: File) => ({ file, ...(await lookAtClients(file)) }), onSuccess: setLooking });
  const again = useMutation({
    mutationFn: async ({ file, options }: Pick<Looking, "file" | "options">) => ({ file, options, report: await sendClients(file, options, true) }),
    onSuccess: (next) => {
      kept.remember(next.report.columns, next.options.mapping ? { mapping: next.options.mapping } : {});
      setLooking(next);
    },
  });
  const take = useMutation({
    mutationFn: ({ file, options }: Looking) => {
      setDone(null);
      return takeClients(file, options, setDone);
    },
    onSuccess: (report) => {
      toast.done(t("taken", { count: report.accepted }));
      setLooking(null);
      void queries.invalidateQueries({ queryKey: [keys.clients] });
    },
  });
  const restart = () => {
    setLooking(null);
    for (const one of [open, again, take]) one.reset();
  };
  return (
    <Needs permission="invoicing.arrange">
      <Page
        title={t("import")}
        about={looking ? <span className="truncate max-phone:hidden">{looking.file.name}</span> : undefined}
        actions={
          looking && !take.isPending && (
            <>
              <Button onClick={restart}>{t("another")}</Button>
              <Button tone="primary" disabled={looking.report.accepted === 0 || again.isPending} onClick={() => take.mutate(looking)}>
                {t("take", { count: looking.report.accepted })}
              </Button>
            </>
          )
        }
      >
        {looking && take.isPending ? (
          <Section title={t("taking", { name: looking.file.name })} className="mx-auto mt-12 max-w-lg p-6">
            <Progress value={done} label={t("takingLines", { count: looking.report.accepted })} />
          </Section>
        ) : looking ? (
          <Check {...looking} busy={again.isPending} error={take.error ?? again.error} onChange={(options) => again.mutate({ file: looking.file, options })} />
        ) : (
          <div className="mx-auto flex max-w-4xl flex-col gap-10 p-4 sm:p-6">
            {open.isPending ? (
              <Loading className="flex flex-col gap-4">
                <Skeleton className="h-20 w-full" />
                <Skeleton className="h-60 w-full" />
              </Loading>
            ) : (
              <section aria-label={t("choose")} className="flex flex-col gap-4">
                <FileDrop title={t("dropHere")} hint={t("dropHint")} choose={t("choose")} command={{ id: "choose-clients", words: "import csv xlsx upload" }} onFile={(file) => open.mutate(file)} onWrong={setWrong} />
                {wrong ? (
                  <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
                    {t("wrongKind")}
                  </p>
                ) : (
                  <ErrorText error={open.error} />
                )}
                <p className="max-w-2xl text-table text-muted">{t("rules")}</p>
              </section>
            )}
            <Earlier />
          </div>
        )}
      </Page>
    </Needs>
  );
}
