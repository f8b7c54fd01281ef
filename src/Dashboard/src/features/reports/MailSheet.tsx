import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { MailedFormat, MailRhythm, SavedReport } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Checkbox, ErrorText, Field, Loading, Select, Sheet, Skeleton, toast } from "@/ui";
import { messages } from "./messages";
import { agreeMail, readersQuery, stopMail } from "./queries";

const FORM = "report-mail-form";
const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

/** When a saved report goes out by mail, and to whom. */
export function MailSheet({ saved, onClose }: { saved: SavedReport; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const people = useQuery(readersQuery);
  const { mail } = saved;
  const [rhythm, setRhythm] = useState<MailRhythm>(mail?.rhythm ?? "monthly");
  const [day, setDay] = useState(String(mail?.day ?? 1));
  const [format, setFormat] = useState<MailedFormat>(mail?.format ?? "xlsx");
  const [readers, setReaders] = useState<readonly string[]>(mail?.readers ?? []);
  const done = {
    onSuccess: () => {
      toast.done(t("mailDone"));
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.reports, "saved"] });
    },
  };
  const agree = useMutation({ mutationFn: () => agreeMail(saved, { rhythm, day: Number(day), format, readers: [...readers] }), ...done });
  const stop = useMutation({ mutationFn: () => stopMail(saved.id), ...done });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (readers.length > 0) agree.mutate();
  };
  const choose = (next: MailRhythm) => {
    setRhythm(next);
    if (next === "weekly" && Number(day) > 7) setDay("1");
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={t("mailTitle", { name: saved.name })}
      description={t("mailHelp")}
      actions={
        <>
          {mail && (
            <Button busy={stop.isPending} onClick={() => stop.mutate()}>
              {t("mailStop")}
            </Button>
          )}
          <Button type="submit" form={FORM} tone="primary" disabled={readers.length === 0} busy={agree.isPending}>
            {t("mailAgree")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field label={t("rhythm")}>
          <Select<MailRhythm> value={rhythm} onChange={choose} options={(["weekly", "monthly"] as const).map((value) => ({ value, label: t(`rhythm_${value}`) }))} />
        </Field>
        <Field label={t("mailDay")}>
          <Select value={day} onChange={setDay} options={numbers(rhythm === "weekly" ? 7 : 31).map((value) => ({ value, label: rhythm === "weekly" ? formats.weekday(Number(value) % 7, "long") : value === "31" ? t("lastDay") : value }))} />
        </Field>
        <Field label={t("format")}>
          <Select<MailedFormat> value={format} onChange={setFormat} options={(["xlsx", "csv"] as const).map((value) => ({ value, label: value.toUpperCase() }))} />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-table font-medium">{t("readers")}</legend>
          <ErrorText error={people.error} onRetry={() => void people.refetch()} />
          {!people.data && !people.error && (
            <Loading>
              <Skeleton className="h-16 w-full" />
            </Loading>
          )}
          {people.data?.map(({ id, label }) => (
            <Checkbox key={id} visible checked={readers.includes(id)} onChange={(on) => setReaders(on ? [...readers, id] : readers.filter((one) => one !== id))} label={label} />
          ))}
        </fieldset>
        <ErrorText error={agree.error ?? stop.error} />
      </form>
    </Sheet>
  );
}
