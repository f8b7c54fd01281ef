import { useState, type FormEvent } from "react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { History, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import type { Backfill } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, EmptyState, ErrorText, Field, Input, Loading, Needs, Page, Pill, Sheet, Skeleton, TextArea, toast, type Tone } from "@/ui";
import { messages } from "./messages";
import { backfillsQuery, openBackfill } from "./queries";

export const tones: Record<Backfill["state"], Tone> = { open: "open", closed: "good", undoing: "warn", undone: "quiet" };

/** The batches of usage that came in beside what is sent every day. */
export function BackfillsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const arrange = useMay("usage.arrange");
  const [opening, setOpening] = useState(false);
  const list = useInfiniteQuery({ ...backfillsQuery, enabled: useMay("usage.see") });
  const items = list.data?.pages.flatMap((page) => page.items);
  const add = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpening(true)}>
      {t("newBackfill")}
    </Button>
  );
  return (
    <Needs permission="usage.see">
      <Page title={t("backfills")} actions={items && items.length > 0 && add}>
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <ErrorText error={list.error} onRetry={() => void list.refetch()} />
          {!items && !list.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {items?.length === 0 && (
            <EmptyState icon={<History aria-hidden />} title={t("none")} actions={add}>
              {t("help")}
            </EmptyState>
          )}
          {items && items.length > 0 && (
            <ul aria-label={t("backfills")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
              {items.map((one) => (
                <li key={one.id}>
                  <Link to="/usage/backfills/$id" params={{ id: one.id }} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5 hover:bg-hover">
                    <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">{one.name}</span>
                    <span className="tabular text-table text-muted">{t("eventsCount", { count: formats.number(one.events) })}</span>
                    <Pill tone={tones[one.state]}>{t(`state_${one.state}`)}</Pill>
                    <span className="basis-full text-xs text-muted">{t("openedBy", { when: formats.instant(one.openedAt), who: one.openedBy })}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button className="self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </div>
        {opening && <OpenSheet onClose={() => setOpening(false)} />}
      </Page>
    </Needs>
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
