import { useId, useState, type FormEvent } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import type { DocumentLetter } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, DatePicker, ErrorText, Field, FieldRow, Input, Loading, Select, Sheet, Skeleton, TextArea, toast } from "@/ui";
import { mailOf, readMail, type MailedDocument } from "./mail";
import { messages } from "./messages";
import { letterQuery, sendDocument } from "./queries";

const whens = ["now", "later"] as const;

interface SendSheetProps {
  document: MailedDocument;
  onClose: () => void;
  onSent: () => void;
}

/** Mails an invoice or a quote: to whom, with what words, now or at a time. */
export function SendSheet(props: SendSheetProps) {
  const t = useText(messages);
  const letter = useQuery(letterQuery(props.document));
  if (letter.data && !letter.isFetching) return <Form {...props} letter={letter.data} />;
  return (
    <Sheet open onClose={props.onClose} title={t("sendTitle", { number: props.document.number ?? "" })}>
      {letter.error ? (
        <ErrorText error={letter.error} onRetry={() => void letter.refetch()} />
      ) : (
        <Loading>
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
    </Sheet>
  );
}

function Form({ document, letter, onClose, onSent }: SendSheetProps & { letter: DocumentLetter }) {
  const t = useText(messages);
  const formats = useFormats();
  const form = useId();
  const [begun] = useState(() => mailOf(letter, formats.today));
  const [draft, setDraft] = useState(begun);
  const [checked, setChecked] = useState(false);
  const [badDay, setBadDay] = useState<string | null>(null);
  const read = readMail(draft, formats.timeZone);
  const number = document.number ?? "";
  const send = useMutation({
    mutationFn: ({ body, at }: Extract<typeof read, { body: unknown }>) => sendDocument(document, body, at),
    onSuccess: (_, { at }) => {
      toast.done(at === null ? t("begun", { number }) : t("planned", { number, at: formats.instant(at) }));
      onSent();
    },
  });
  const problem = isProblem(send.error) ? send.error : null;
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const wrong = (field: "to" | "time", sentence: string, ...codes: string[]) => (checked && "faults" in read && read.faults.includes(field) ? sentence : problem && codes.includes(problem.code) ? problem.message : undefined);
  const toFault = wrong("to", t("toMissing"), "no-reader", "bad-email");
  const timeFault = badDay ?? wrong("time", t("notATime"), "too-soon", "too-late", "quote-expired");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if ("body" in read && !(draft.when === "later" && badDay)) send.mutate(read);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      dirty={JSON.stringify(draft) !== JSON.stringify(begun) && !send.isSuccess}
      title={t("sendTitle", { number })}
      description={t(`sendHelp_${document.kind}`)}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={send.isPending}>
            {t(draft.when === "now" ? "sendAction" : "planAction")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("to")} hint={t("toHint")} error={toFault}>
          <Input value={draft.to} autoFocus inputMode="email" onChange={(event) => set({ to: event.target.value })} />
        </Field>
        <Field label={t("cc")}>
          <Input value={draft.cc} inputMode="email" onChange={(event) => set({ cc: event.target.value })} />
        </Field>
        <Field label={t("subject")}>
          <Input value={draft.subject} onChange={(event) => set({ subject: event.target.value })} />
        </Field>
        <Field label={t("message")}>
          <TextArea rows={8} value={draft.message} onChange={(event) => set({ message: event.target.value })} />
        </Field>
        <Field label={t("when")}>
          <Select value={draft.when} onChange={(when) => set({ when })} options={whens.map((value) => ({ value, label: t(`when_${value}`) }))} />
        </Field>
        {draft.when === "later" && (
          <FieldRow>
            <Field label={t("day")} error={timeFault}>
              <DatePicker value={draft.on} onChange={(on) => set({ on })} onProblem={setBadDay} label={t("day")} />
            </Field>
            <Field label={t("time")} hint={t("timeHint", { zone: formats.timeZone })}>
              <Input type="time" value={draft.time} onChange={(event) => set({ time: event.target.value })} />
            </Field>
          </FieldRow>
        )}
        {!toFault && !timeFault && <ErrorText error={send.error} />}
      </form>
    </Sheet>
  );
}
