import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Download, ListFilter } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { csv } from "@/lib/csv";
import { save } from "@/lib/save";
import { Button, buttonClass, ErrorText, Field, Loading, Needs, Page, Skeleton, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { FileDrop } from "@/ui/FileDrop";
import { choosing, optionsOf, type Choices } from "./choices";
import { Earlier } from "./Earlier";
import { Looked } from "./Looked";
import { messages } from "./messages";
import { sendMessages } from "./queries";

const sample = () => csv([["sender", "message_text", "message_date"], ["Them", "Can you add our new opening hours to the contact page?", "2025-01-06T09:30:00Z"], ["Them", "Thanks", "2025-01-06T09:45:00Z"]]);

interface Wanted {
  file: File;
  client: string | null;
  choices: Choices;
}

/** From a file of text messages to requests: choose, look what becomes of each and why, choose otherwise, take; and the imports there were. */
export function MessagesPage() {
  const t = useText(messages);
  const queries = useQueryClient();
  const keep = useMay("support.keep");
  const [client, setClient] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [wrong, setWrong] = useState(false);
  const look = useMutation({ mutationFn: (of: Wanted) => sendMessages(of.file, optionsOf(of.client, of.choices), true).then((seen) => ({ of, seen })) });
  const [seen, setSeen] = useState<Awaited<ReturnType<typeof look.mutateAsync>> | null>(null);
  const take = useMutation({
    mutationFn: ({ file: one, client: whose, choices: said }: Wanted) => sendMessages(one, optionsOf(whose, said), false),
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
    setChoices(of.choices);
    take.reset();
    look.mutate(of, { onSuccess: setSeen });
  };
  const restart = () => {
    setFile(null);
    setChoices({});
    setSeen(null);
    look.reset();
  };
  const whose = (next: string | null) => (file ? check({ file, client: next, choices }) : setClient(next));
  return (
    <Needs permission="support.see">
      <Page
        title={t("title")}
        about={file ? <span className="truncate max-phone:hidden">{file.name}</span> : undefined}
        actions={
          <>
            <Link to="/support/messages/words" className={buttonClass()}>
              <ListFilter aria-hidden className="size-4" />
              {t("words")}
            </Link>
            {file && <Button onClick={restart}>{t("another")}</Button>}
            {seen && (
              <Button tone="primary" busy={take.isPending} disabled={seen.seen.accepted === 0 || look.isPending} onClick={() => take.mutate(seen.of)}>
                {t("take", { count: seen.seen.accepted })}
              </Button>
            )}
          </>
        }
      >
        <div className="mx-auto flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          {keep && (
            <Field label={t("client")} hint={t("clientHint")} className="max-w-sm">
              <ClientPicker label={t("client")} placeholder={t("chooseClient")} value={client} onChange={whose} />
            </Field>
          )}
          <ErrorText error={look.error ?? take.error} />
          {look.isPending && !seen && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-20 w-full" />
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {seen?.seen.rejected.some(({ code }) => code === "message-client-missing") && <p role="alert" className="rounded-md bg-warn-soft px-3 py-2 text-table">{t("noClient")}</p>}
          {file && seen && <Looked file={file} seen={seen.seen} client={client} choices={choices} onChoose={(line, part) => check({ file, client, choices: choosing(choices, line, part) })} busy={look.isPending} />}
          {!file && (
            <>
              {keep && (
                <section aria-label={t("choose")} className="flex flex-col gap-4">
                  <FileDrop title={t("dropHere")} hint={t("dropHint")} choose={t("choose")} command={{ id: "choose-messages", words: "import text messages sms csv xlsx upload nachrichten importieren" }} onFile={(next) => check({ file: next, client, choices: {} })} onWrong={setWrong}>
                    <Button icon={<Download aria-hidden className="size-4" />} onClick={() => save(new File([sample()], "messages-sample.csv", { type: "text/csv" }))}>{t("sample")}</Button>
                  </FileDrop>
                  {wrong && <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">{t("wrongKind")}</p>}
                  <p className="max-w-2xl text-table text-muted">{t("rules")}</p>
                </section>
              )}
              <Earlier />
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}
