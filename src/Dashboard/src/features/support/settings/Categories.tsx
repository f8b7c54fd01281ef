import { useState, type FormEvent } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import type { SupportCategory } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Checkbox, Dialog, ErrorText, Field, Input, Loading, Pill, Skeleton, toast } from "@/ui";
import { messages as words } from "../parts/messages";
import { categoriesQuery } from "../parts/terms";
import { messages } from "./messages";
import { amendCategory, openCategory } from "./queries";
import { useRefreshTerms } from "./useRefreshTerms";

/** The categories of requests: whether their hours are billed, and which are still offered. */
export function Categories() {
  const t = useText(messages);
  const arrange = useMay("support.arrange");
  const refresh = useRefreshTerms();
  const query = useQuery(categoriesQuery);
  const [renaming, setRenaming] = useState<SupportCategory | null>(null);
  const amend = useMutation({ mutationFn: ({ of, change }: { of: SupportCategory; change: { charged?: boolean; closed?: boolean } }) => amendCategory(of, change), onSuccess: () => toast.done(t("saved")), onError: (failed) => toast.error(failed), onSettled: refresh });
  if (!query.data)
    return query.error ? (
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading>
        <Skeleton className="h-40 w-full" />
      </Loading>
    );
  return (
    <>
      <ul aria-label={t("categories")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
        {query.data.items.map((one) => (
          <li key={one.code} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1.5">
            <span className="min-w-0 flex-1 basis-36 wrap-anywhere">
              <span className="font-medium">{one.name}</span> {one.closed && <Pill>{t("closed")}</Pill>}
            </span>
            <span className="flex items-center gap-2 text-muted">
              <Checkbox checked={one.charged} disabled={!arrange || amend.isPending} onChange={(charged) => amend.mutate({ of: one, change: { charged } })} label={t("chargedOf", { name: one.name })} />
              <span aria-hidden>{t("charged")}</span>
            </span>
            {arrange && (
              <span className="flex gap-1">
                <Button size="sm" aria-label={t("renameOf", { name: one.name })} onClick={() => setRenaming(one)}>
                  {t("rename")}
                </Button>
                <Button size="sm" aria-label={t(one.closed ? "reopenOf" : "closeOf", { name: one.name })} disabled={amend.isPending} onClick={() => amend.mutate({ of: one, change: { closed: !one.closed } })}>
                  {t(one.closed ? "reopen" : "close")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {renaming && <CategoryDialog of={renaming} onClose={() => setRenaming(null)} />}
    </>
  );
}

/** A new category, or another name for one. */
export function CategoryDialog({ of, onClose }: { of: SupportCategory | null; onClose: () => void }) {
  const t = useText(messages);
  const w = useText(words);
  const refresh = useRefreshTerms();
  const [name, setName] = useState(of?.name ?? "");
  const [charged, setCharged] = useState(true);
  const save = useMutation({
    mutationFn: () => (of ? amendCategory(of, { name: name.trim() }) : openCategory(name.trim(), charged)),
    onSuccess: () => {
      toast.done(t(of ? "saved" : "opened"));
      onClose();
    },
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") save.mutate();
  };
  return (
    <Dialog open onClose={onClose} title={t(of ? "renameTitle" : "addCategory")}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("name")}>
          <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={100} autoFocus />
        </Field>
        {!of && <Checkbox visible checked={charged} onChange={setCharged} label={t("charged")} />}
        <ErrorText error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={name.trim() === ""}>
            {w("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
