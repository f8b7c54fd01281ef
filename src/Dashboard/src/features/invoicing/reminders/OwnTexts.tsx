import { Suspense, useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MailText, MailTexts } from "@/api/types";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, toast } from "@/ui";
import { useLanguageName } from "../parts/languages";
import { messages } from "./messages";
import { mailTextsQuery, writeMailTexts, type MailedDocument } from "./queries";

const TextSheet = late(() => import("./TextSheet").then((part) => ({ default: part.TextSheet })));

/** What the mail with a kind of document says. */
export function OwnTexts({ of, mail }: { of: MailedDocument; mail: MailTexts }) {
  const t = useText(messages);
  const languageName = useLanguageName();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const save = useMutation({
    mutationFn: (texts: MailText[]) => writeMailTexts(of, mail, texts),
    onSuccess: (next) => {
      queries.setQueryData(mailTextsQuery(of).queryKey, next);
      void queries.invalidateQueries({ queryKey: mailTextsQuery(of === "invoice" ? "quote" : "invoice").queryKey }); // both lie in one version of the settings
      toast.done(t("saved"));
      setOpen(false);
    },
  });
  const own = mail.texts.filter((text) => text.own).map((text) => languageName(text.language));
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-table text-muted">{own.length > 0 ? t("ownIn", { languages: own.join(", ") }) : t("usualText")}</p>
      <Button aria-label={t(`${of}MailEdit`)} onClick={() => setOpen(true)}>
        {t("editMail")}
      </Button>
      <Suspense fallback={null}>
        {open && <TextSheet title={t(`${of}Mail`)} kind={of} step={0} texts={mail.texts} placeholders={mail.placeholders} lists={mail.lists} busy={save.isPending} error={save.error} action={t("save")} onClose={() => setOpen(false)} onDone={(texts) => save.mutate(texts)} />}
      </Suspense>
    </div>
  );
}
