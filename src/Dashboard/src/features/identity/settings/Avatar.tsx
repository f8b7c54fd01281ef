import { useRef, useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImageUp } from "lucide-react";
import { api, ask, fetchFile } from "@/api/client";
import { keys } from "@/api/queries";
import type { Me } from "@/api/types";
import { useText } from "@/i18n/messages";
import { squared } from "@/lib/square";
import { Button, ErrorText, toast } from "@/ui";
import { PersonMark } from "@/ui/PersonMark";
import { messages } from "./messages";

/** One's picture: chosen, cut to a square, looked at, then shown to colleagues. */
export function Avatar({ person }: { person: Me["person"] }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<Blob | null>(null);
  const [wrong, setWrong] = useState(false);
  const done = async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: [keys.me] }), queries.invalidateQueries({ queryKey: [keys.people] })]);
    setPicture(null);
    toast.done(t("saved"));
  };
  const place = useMutation({ mutationFn: (chosen: Blob) => fetchFile("/api/users/me/avatar", { method: "PUT", body: chosen, headers: { "Content-Type": chosen.type } }), onSuccess: done });
  const remove = useMutation({ mutationFn: () => ask(api.DELETE("/api/users/me/avatar", {})), onSuccess: done, onError: (error) => toast.error(error) });
  const choose = async (file: File | undefined) => {
    place.reset();
    const square = file ? await squared(file).catch(() => null) : null;
    setWrong(file !== undefined && square === null);
    setPicture(square);
  };
  const name = `${person.firstName} ${person.lastName}`.trim() || person.email;
  return (
    <div role="group" aria-label={t("avatar")} className="flex flex-wrap items-center gap-4">
      <PersonMark name={name} avatar={person.avatar} shown={picture} className="size-16! text-lg!" />
      <div className="flex min-w-0 flex-1 basis-48 flex-col gap-2">
        <p className="text-table text-muted">{t(picture ? "avatarPreview" : "avatarHint")}</p>
        <div className="flex flex-wrap gap-2">
          <input ref={input} type="file" accept="image/png,image/jpeg,image/webp" aria-label={t("chooseAvatar")} className="hidden" onChange={(event) => (void choose(event.target.files?.[0]), (event.target.value = ""))} />
          {picture ? (
            <>
              <Button tone="primary" busy={place.isPending} onClick={() => place.mutate(picture)}>
                {t("useAvatar")}
              </Button>
              <Button onClick={() => setPicture(null)}>{t("cancel")}</Button>
            </>
          ) : (
            <>
              <Button icon={<ImageUp aria-hidden className="size-4" />} onClick={() => input.current?.click()}>
                {t(person.avatar ? "replaceAvatar" : "chooseAvatar")}
              </Button>
              {person.avatar && (
                <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
                  {t("removeAvatar")}
                </Button>
              )}
            </>
          )}
        </div>
        {wrong && <p role="alert" className="text-xs text-bad">{t("avatarWrong")}</p>}
        <ErrorText error={place.error} />
      </div>
    </div>
  );
}
