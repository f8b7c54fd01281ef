import { useRef, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { PackagePlus } from "lucide-react";
import { api, ask, fetchFile } from "@/api/client";
import { useMe } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import { session } from "@/api/session";
import type { TakenIn } from "@/api/types";
import { useText } from "@/i18n/messages";
import { isSlug } from "@/lib/habits";
import { Button, Dialog, ErrorText, Field, Input, Progress, toast } from "@/ui";
import { DangerRow } from "./DangerRow";
import { messages } from "./messages";
import { LARGEST, moving, slugOfFile, type Move } from "./parcel";

/** A file that an organisation was taken out into becomes a new organisation of one's own. */
export function TakeIn() {
  const t = useText(messages);
  const me = useMe();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const choose = (chosen: File | undefined) => {
    if (chosen && chosen.size > LARGEST) toast.error(new Error(t("parcelTooLarge")));
    else if (chosen) setFile(chosen);
  };
  return (
    <DangerRow title={t("takeIn")} about={t("takeInAbout")}>
      <input ref={input} type="file" accept="application/x-tar,.tar" aria-label={t("chooseParcel")} className="hidden" onChange={(event) => (choose(event.target.files?.[0]), (event.target.value = ""))} />
      <Button icon={<PackagePlus aria-hidden className="size-4" />} onClick={() => input.current?.click()}>
        {t("chooseParcel")}
      </Button>
      {file && <TakeInDialog key={`${file.name} ${file.lastModified}`} file={file} slug={slugOfFile(file.name, me?.organisations.map((one) => one.slug) ?? [])} onClose={() => setFile(null)} />}
    </DangerRow>
  );
}

function TakeInDialog({ file, slug: suggested, onClose }: { file: File; slug: string; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [slug, setSlug] = useState(suggested);
  const [seen, setSeen] = useState<Move>(null);
  const take = useMutation({
    mutationFn: () => moving(async (id) => (await fetchFile(`/api/tenants/import?slug=${encodeURIComponent(slug.trim())}&run=${id}`, { method: "POST", body: file, headers: { "Content-Type": "application/x-tar" } })).json() as Promise<TakenIn>, setSeen),
    onSuccess: () => queries.invalidateQueries({ queryKey: [keys.me] }),
  });
  const problem = isProblem(take.error) ? take.error : null;
  const atSlug = problem && /^(slug-|bad-slug)/.test(problem.code) ? problem.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate();
  };
  if (take.data) return <Arrived taken={take.data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t("takeIn")} description={t("takeInHelp", { file: file.name })}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("slug")} hint={t("takeInSlugHint")} error={atSlug}>
          <Input autoFocus autoCapitalize="none" spellCheck={false} maxLength={100} value={slug} onChange={(event) => setSlug(event.target.value)} className="font-mono" />
        </Field>
        {!atSlug && <ErrorText error={take.error} />}
        {take.isPending && <Progress value={seen?.done ?? null} label={t(seen ? `stage_${seen.stage}` : "stage_receiving")} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={take.isPending} disabled={!isSlug(slug.trim())}>
            {t("takeInDo")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What came, who is to be invited, and the way there. */
function Arrived({ taken, onClose }: { taken: TakenIn; onClose: () => void }) {
  const t = useText(messages);
  const go = useMutation({
    mutationFn: async () => session.goOver(await ask(api.POST("/api/auth/switch", { body: { organisation: taken.slug } }))),
    onError: (error) => toast.error(error),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("takenIn", { organisation: taken.name })}
      description={`${t("takenInWhat", { count: taken.events })} ${t("takenInSame", { count: taken.readModels })}`}
      actions={
        <>
          <Button onClick={onClose}>{t("stayHere")}</Button>
          <Button tone="primary" busy={go.isPending} onClick={() => go.mutate()}>
            {t("goThere")}
          </Button>
        </>
      }
    >
      {taken.people.length > 0 && (
        <>
          <p>{t("takenInPeople")}</p>
          <ul className="mt-2 max-h-48 overflow-y-auto rounded-md border border-line px-3 py-2 text-table" tabIndex={0} aria-label={t("takenInPeople")}>
            {taken.people.map((one) => (
              <li key={one.id} className="break-words">
                {`${one.firstName} ${one.lastName}`.trim()} <span className="text-muted">{one.email}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
