import { Suspense, useState } from "react";
import { Link } from "@tanstack/react-router";
import { ListFilter } from "lucide-react";
import { useMay } from "@/api/may";
import { useText } from "@/i18n/messages";
import { csv } from "@/lib/csv";
import { late } from "@/lib/late";
import { Button, buttonClass, ErrorText, Field, Loading, Needs, Page, Skeleton, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { SheetChoice } from "@/ui/SheetChoice";
import { useTaking } from "../parts/useTaking";
import { choosing, optionsOf, type Choices } from "./choices";
import { Earlier } from "./Earlier";
import { messages } from "./messages";
import { sendMessages } from "./queries";

const Looked = late(() => import("./Looked").then((part) => ({ default: part.Looked })));

const sample = () => csv([["sender", "message_text", "message_date"], ["Them", "Can you add our new opening hours to the contact page?", "2025-01-06T09:30:00Z"], ["Them", "Thanks", "2025-01-06T09:45:00Z"]]);

interface Wanted {
  file: File;
  client: string | null;
  choices: Choices;
}

/** From a file of text messages to requests: choose, look what becomes of each and why, choose otherwise, take; and the imports there were. */
export function MessagesPage() {
  const t = useText(messages);
  const keep = useMay("support.keep");
  const [client, setClient] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const { seen, check, forget, take, looking, error } = useTaking(
    (of: Wanted, dryRun) => sendMessages(of.file, optionsOf(of.client, of.choices), dryRun),
    (count) => {
      toast.done(t("taken", { count }));
      empty();
    },
  );
  const lookAt = (of: Wanted) => {
    setFile(of.file);
    setClient(of.client);
    setChoices(of.choices);
    check(of);
  };
  const empty = () => {
    setFile(null);
    setChoices({});
  };
  const restart = () => {
    empty();
    forget();
  };
  const whose = (next: string | null) => (file ? lookAt({ file, client: next, choices }) : setClient(next));
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
              <Button tone="primary" busy={take.isPending} disabled={seen.seen.accepted === 0 || looking} onClick={() => take.mutate(seen.of)}>
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
          <ErrorText error={error} />
          {looking && !seen && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-20 w-full" />
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {seen?.seen.rejected.some(({ code }) => code === "message-client-missing") && <p role="alert" className="rounded-md bg-warn-soft px-3 py-2 text-table">{t("noClient")}</p>}
          {file && seen && (
            <Suspense fallback={null}>
              <Looked file={file} seen={seen.seen} client={client} choices={choices} onChoose={(line, part) => lookAt({ file, client, choices: choosing(choices, line, part) })} busy={looking} />
            </Suspense>
          )}
          {!file && (
            <>
              {keep && <SheetChoice t={t} sample={{ name: "messages-sample.csv", text: sample }} command={{ id: "choose-messages", words: "import text messages sms csv xlsx upload nachrichten importieren" }} onFile={(next) => lookAt({ file: next, client, choices: {} })} />}
              <Earlier />
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}
