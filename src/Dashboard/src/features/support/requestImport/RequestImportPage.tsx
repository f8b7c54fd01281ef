import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { csv } from "@/lib/csv";
import { save } from "@/lib/save";
import { Button, ErrorText, Field, Loading, Needs, Page, Skeleton, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { FileDrop } from "@/ui/FileDrop";
import { Earlier } from "../messages/Earlier";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { sendRequests } from "./queries";

const sample = () => csv([["date", "time", "client", "description", "urgency", "effort", "hours"], ["2025-01-06", "09:30", "Name of a client", "Add our new opening hours to the contact page", "medium", "small", "0.5"]]);

interface Wanted {
  file: File;
  client: string | null;
}

/** From a file of requests, such as an export, to requests: choose, look what becomes of each line, take; and the imports there were. */
export function RequestImportPage() {
  const t = useText(messages);
  const queries = useQueryClient();
  const [client, setClient] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState(false);
  const look = useMutation({ mutationFn: (of: Wanted) => sendRequests(of.file, of.client, true).then((seen) => ({ of, seen })) });
  const [seen, setSeen] = useState<Awaited<ReturnType<typeof look.mutateAsync>> | null>(null);
  const take = useMutation({
    mutationFn: (of: Wanted) => sendRequests(of.file, of.client, false),
    onSuccess: ({ accepted }) => {
      toast.done(t("taken", { count: accepted }));
      restart();
      for (const key of [keys.supportMessages, keys.supportRequests, keys.supportMonths]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  /** Looks anew; what was seen stays in view until then. */
  const check = (of: Wanted) => {
    setFile(of.file);
    setClient(of.client);
    take.reset();
    look.mutate(of, { onSuccess: setSeen });
  };
  const restart = () => {
    setFile(null);
    setSeen(null);
    look.reset();
  };
  return (
    <Needs permission="support.keep">
      <Page
        title={t("title")}
        about={file ? <span className="truncate max-phone:hidden">{file.name}</span> : undefined}
        actions={
          file && (
            <>
              <Button onClick={restart}>{t("another")}</Button>
              {seen && (
                <Button tone="primary" busy={take.isPending} disabled={seen.seen.accepted === 0 || look.isPending} onClick={() => take.mutate(seen.of)}>
                  {t("take", { count: seen.seen.accepted })}
                </Button>
              )}
            </>
          )
        }
      >
        <div className="mx-auto flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          <Field label={t("client")} hint={t("clientHint")} className="max-w-sm">
            <ClientPicker label={t("client")} placeholder={t("chooseClient")} value={client} onChange={(next) => (file ? check({ file, client: next }) : setClient(next))} />
          </Field>
          <ErrorText error={look.error ?? take.error} />
          {look.isPending && !seen && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-20 w-full" />
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {file && seen && <Lines seen={seen.seen} busy={look.isPending} />}
          {!file && (
            <>
              <section aria-label={t("choose")} className="flex flex-col gap-4">
                <FileDrop title={t("dropHere")} hint={t("dropHint")} choose={t("choose")} command={{ id: "choose-requests", words: "import support requests tickets csv xlsx upload anfragen importieren" }} onFile={(next) => check({ file: next, client })} onWrong={setWrong}>
                  <Button icon={<Download aria-hidden className="size-4" />} onClick={() => save(new File([sample()], "requests-sample.csv", { type: "text/csv" }))}>{t("sample")}</Button>
                </FileDrop>
                {wrong && <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">{t("wrongKind")}</p>}
                <p className="max-w-2xl text-table text-muted">{t("rules")}</p>
              </section>
              <Earlier />
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}
