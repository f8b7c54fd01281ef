import type { FormEvent, ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Button, DatePicker, ErrorText, Field, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { messages as words } from "../parts/messages";
import { messages } from "./messages";
import { useRefreshTerms } from "./useRefreshTerms";

interface AgreedSheetProps {
  title: string;
  /** For whom and from when; neither moves where something that stands is written anew. */
  draft: { client: string | null; from: Day | null };
  onChange: (part: { client?: string | null; from?: Day | null }) => void;
  fixed: boolean;
  dirty: boolean;
  /** Agrees on what is written; absent where that cannot be read. */
  agree: (() => Promise<unknown>) | null;
  onClose: () => void;
  children: ReactNode;
}

/** What is agreed with a client, or with everybody, from a day on. */
export function AgreedSheet({ title, draft, onChange, fixed, dirty, agree, onClose, children }: AgreedSheetProps) {
  const t = useText(messages);
  const w = useText(words);
  const refresh = useRefreshTerms();
  const save = useMutation({
    mutationFn: () => agree!(),
    onSuccess: () => {
      toast.done(t("agreed"));
      onClose();
    },
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (agree) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={title} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("whose")} hint={t("whoseHint")}>
          <ClientPicker label={t("whose")} placeholder={t("everybody")} value={draft.client} onChange={(client) => onChange({ client })} disabled={fixed} />
        </Field>
        <Field label={t("from")}>
          <DatePicker value={draft.from} onChange={(from) => onChange({ from })} label={t("from")} disabled={fixed} />
        </Field>
        {children}
        <ErrorText error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!agree}>
            {w("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
