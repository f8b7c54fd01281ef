import { useRef, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ImageUp } from "lucide-react";
import { fetchFile, api, ask } from "@/api/client";
import { keys, logoQuery } from "@/api/queries";
import type { Tenant } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useObjectUrl } from "@/lib/useObjectUrl";
import { Button, ErrorText, Section, toast } from "@/ui";
import { OrganisationMark } from "@/ui/OrganisationMark";
import { messages } from "./messages";

const MOST = 2 * 1024 * 1024;

/** The picture on documents and mails: chosen, looked at, then used. */
export function Logo({ tenant, may }: { tenant: Tenant; may: boolean }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const preview = useObjectUrl(file);
  const placed = useObjectUrl(useQuery(logoQuery(tenant.logo)).data);
  const done = (next: Tenant | undefined) => {
    if (next) queries.setQueryData([keys.tenant], next);
    void queries.invalidateQueries({ queryKey: [keys.tenant] });
    setFile(null);
    toast.done(t("saved"));
  };
  const place = useMutation({
    mutationFn: async (picture: File) => {
      const answer = await fetchFile("/api/tenants/me/logo", { method: "PUT", body: picture, headers: { "Content-Type": picture.type } });
      return answer.status === 204 ? undefined : ((await answer.json()) as Tenant);
    },
    onSuccess: done,
  });
  const remove = useMutation({ mutationFn: () => ask(api.DELETE("/api/tenants/me/logo")), onSuccess: done, onError: (error) => toast.error(error) });
  const choose = (picture: File | undefined) => {
    place.reset();
    setFault(!picture ? null : !/^image\/(png|jpeg)$/.test(picture.type) ? t("logoWrong") : picture.size > MOST ? t("logoTooLarge") : null);
    setFile(picture && /^image\/(png|jpeg)$/.test(picture.type) && picture.size <= MOST ? picture : null);
  };
  const shown = preview ?? placed;
  return (
    <Section title={t("logo")}>
      <div className="flex flex-wrap items-center gap-4">
        <div className="flex h-20 w-40 shrink-0 items-center justify-center overflow-hidden rounded-card border border-line bg-white p-2">
          {shown ? <img src={shown} alt={t("logo")} className="max-h-full max-w-full object-contain" /> : <OrganisationMark name={tenant.name} className="size-12! text-base!" />}
        </div>
        <div className="flex min-w-0 flex-1 basis-48 flex-col gap-2">
          <p className="text-table text-muted">{t(file ? "logoPreview" : "logoHint")}</p>
          {may && (
            <div className="flex flex-wrap gap-2">
              <input ref={input} type="file" accept="image/png,image/jpeg" aria-label={t("chooseLogo")} className="hidden" onChange={(event) => (choose(event.target.files?.[0]), (event.target.value = ""))} />
              {file ? (
                <>
                  <Button tone="primary" busy={place.isPending} onClick={() => place.mutate(file)}>
                    {t("useLogo")}
                  </Button>
                  <Button onClick={() => setFile(null)}>{t("cancel")}</Button>
                </>
              ) : (
                <>
                  <Button icon={<ImageUp aria-hidden className="size-4" />} onClick={() => input.current?.click()}>
                    {t(tenant.logo ? "replaceLogo" : "chooseLogo")}
                  </Button>
                  {tenant.logo && (
                    <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
                      {t("removeLogo")}
                    </Button>
                  )}
                </>
              )}
            </div>
          )}
          {fault && <p role="alert" className="text-xs text-bad">{fault}</p>}
          <ErrorText error={place.error} />
        </div>
      </div>
    </Section>
  );
}
