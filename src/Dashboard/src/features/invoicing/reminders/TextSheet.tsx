import { useId, useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import type { MailPreviewInput, MailText, MailTextPage, MailTexts } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, Select, Sheet, TextArea } from "@/ui";
import { useLanguageName } from "../parts/languages";
import { MailView } from "./MailView";
import { TemplateHelp } from "./TemplateHelp";
import { messages } from "./messages";
import { previewText } from "./queries";

export interface TextSheetProps {
  title: string;
  kind: MailPreviewInput["kind"];
  /** Of a reminder, in days after the due date. */
  step: number;
  texts: readonly MailTextPage[];
  placeholders: readonly string[];
  /** What `#each` may stand before. */
  lists: MailTexts["lists"];
  action: string;
  busy?: boolean;
  error?: unknown;
  onClose: () => void;
  /** With the texts of all languages. */
  onDone: (texts: MailText[]) => void;
}

/** Subject and message of a mail in each language, shown as the mail that they make. */
export function TextSheet({ title, kind, step, texts: before, placeholders, lists, action, busy = false, error, onClose, onDone }: TextSheetProps) {
  const t = useText(messages);
  const form = useId();
  const languageName = useLanguageName();
  const [texts, setTexts] = useState<readonly MailText[]>(() => before.map(({ language, subject, message }) => ({ language, subject, message })));
  const [language, setLanguage] = useState(before.find((text) => text.own)?.language ?? before[0]?.language ?? "en");
  const text = texts.find((one) => one.language === language);
  const preview = useMutation({ mutationFn: (of: MailText) => previewText({ kind, step, text: of }) });
  const set = (part: Partial<MailText>) => {
    preview.reset();
    setTexts((all) => all.map((one) => (one.language === language ? { ...one, ...part } : one)));
  };
  const dirty = texts.some((one) => before.some((was) => was.language === one.language && (was.subject !== one.subject || was.message !== one.message)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // a sheet's events reach the form that it was opened from
    onDone([...texts]);
  };
  if (!text) return null;
  return (
    <Sheet
      open
      onClose={onClose}
      dirty={dirty && !busy}
      title={title}
      description={t("placeholdersHelp", { names: placeholders.map((name) => `{${name}}`).join(" ") })}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("language")}>
          <Select
            value={language}
            onChange={(next) => {
              preview.reset();
              setLanguage(next);
            }}
            options={texts.map((one) => ({ value: one.language, label: languageName(one.language) }))}
          />
        </Field>
        <Field label={t("subject")}>
          <Input value={text.subject} onChange={(event) => set({ subject: event.target.value })} />
        </Field>
        <Field label={t("message")} hint={t("emptyIsUsual")}>
          <TextArea rows={9} value={text.message} onChange={(event) => set({ message: event.target.value })} />
        </Field>
        <TemplateHelp lists={lists} placeholders={placeholders} />
        <ErrorText error={error ?? preview.error} />
        <Button className="self-start" busy={preview.isPending} onClick={() => preview.mutate(text)}>
          {t("preview")}
        </Button>
        {preview.data && <MailView mail={preview.data} />}
      </form>
    </Sheet>
  );
}
