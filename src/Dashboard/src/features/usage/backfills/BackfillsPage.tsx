import { useState, type FormEvent } from "react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { History } from "lucide-react";
import { useMay } from "@/api/may";
import type { Backfill } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, Pill, Sheet, TextArea, toast, type Tone } from "@/ui";
import { ListPage, rowClass } from "../parts/ListPage";
import { messages } from "./messages";
import { backfillsQuery, openBackfill } from "./queries";

export const tones: Record<Backfill["state"], Tone> = { open: "open", closed: "good", undoing: "warn", undone: "quiet" };

/** The batches of usage that came in beside what is sent every day. */
export function BackfillsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const [opening, setOpening] = useState(false);
  const list = useInfiniteQuery({ ...backfillsQuery, enabled: useMay("usage.see") });
  return (
    <ListPage
      title={t("backfills")}
      icon={<History aria-hidden />}
      none={t("none")}
      help={t("help")}
      add={t("newBackfill")}
      onAdd={() => setOpening(true)}
      more={t("more")}
      list={list}
      row={(one) => (
        <Link to="/usage/backfills/$id" params={{ id: one.id }} className={rowClass}>
          <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">{one.name}</span>
          <span className="tabular text-table text-muted">{t("eventsCount", { count: formats.number(one.events) })}</span>
          <Pill tone={tones[one.state]}>{t(`state_${one.state}`)}</Pill>
          <span className="basis-full text-xs text-muted">{t("openedBy", { when: formats.instant(one.openedAt), who: one.openedBy })}</span>
        </Link>
      )}
    >
      {opening && <OpenSheet onClose={() => setOpening(false)} />}
    </ListPage>
  );
}

function OpenSheet({ onClose }: { onClose: () => void }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const open = useMutation({
    mutationFn: () => openBackfill(name.trim(), note),
    onSuccess: ({ id }) => {
      toast.done(t("opened"));
      void navigate({ to: "/usage/backfills/$id", params: { id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t("newBackfill")} dirty={name !== "" && !open.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("name")}>
          <Input value={name} onChange={(event) => setName(event.target.value)} autoFocus />
        </Field>
        <Field label={t("note")} hint={t("noteHint")}>
          <TextArea value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <ErrorText error={open.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={open.isPending} disabled={name.trim() === ""}>
            {t("open")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
