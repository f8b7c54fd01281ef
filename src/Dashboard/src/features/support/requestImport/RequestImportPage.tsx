import { useState } from "react";
import { useText } from "@/i18n/messages";
import { csv } from "@/lib/csv";
import { Button, ErrorText, Field, Loading, Needs, Page, Skeleton, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { SheetChoice } from "@/ui/SheetChoice";
import { Earlier } from "../messages/Earlier";
import { useTaking } from "../parts/useTaking";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { saveRejected, sendRequests } from "./queries";

const sample = () => csv([["date", "time", "client", "description", "urgency", "effort", "hours"], ["2025-01-06", "09:30", "Name of a client", "Add our new opening hours to the contact page", "medium", "small", "0.5"]]);

interface Wanted {
  file: File;
  client: string | null;
}

/** From a file of requests, such as an export, to requests: choose, look what becomes of each line, take; and the imports there were. */
export function RequestImportPage() {
  const t = useText(messages);
  const [client, setClient] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const { seen, check, forget, take, looking, error } = useTaking(
    (of: Wanted, dryRun) => sendRequests(of.file, of.client, dryRun),
    (count) => {
      toast.done(t("taken", { count }));
      setFile(null);
    },
  );
  const lookAt = (of: Wanted) => {
    setFile(of.file);
    setClient(of.client);
    check(of);
  };
  const restart = () => {
    setFile(null);
    forget();
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
                <Button tone="primary" busy={take.isPending} disabled={seen.seen.accepted === 0 || looking} onClick={() => take.mutate(seen.of)}>
                  {t("take", { count: seen.seen.accepted })}
                </Button>
              )}
            </>
          )
        }
      >
        <div className="mx-auto flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          <Field label={t("client")} hint={t("clientHint")} className="max-w-sm">
            <ClientPicker label={t("client")} placeholder={t("chooseClient")} value={client} onChange={(next) => (file ? lookAt({ file, client: next }) : setClient(next))} />
          </Field>
          <ErrorText error={error} />
          {looking && !seen && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-20 w-full" />
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {file && seen && <Lines seen={seen.seen} busy={looking} saveRejected={() => saveRejected(file, client)} />}
          {!file && (
            <>
              <SheetChoice t={t} sample={{ name: "requests-sample.csv", text: sample }} command={{ id: "choose-requests", words: "import support requests tickets csv xlsx upload anfragen importieren" }} onFile={(next) => lookAt({ file: next, client })} />
              <Earlier />
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}
