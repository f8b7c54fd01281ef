import { useState, type FormEvent } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useText } from "@/i18n/messages";
import { Button, CodeInput, CopyButton, ErrorText, Field, Loading, Skeleton } from "@/ui";
import { messages } from "./messages";
import { RecoveryCodes } from "./RecoveryCodes";

/** Makes a device the second factor: scan, confirm with a code, keep the recovery codes. */
export function Enrol({ onDone }: { onDone: () => void }) {
  const t = useText(messages);
  const [code, setCode] = useState("");
  // A fresh secret per mount, never kept.
  const offer = useQuery({ queryKey: ["totp"], queryFn: () => ask(api.POST("/api/auth/totp/begin")), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, retry: false });
  const confirm = useMutation({ mutationFn: (given: string) => ask(api.POST("/api/auth/totp/confirm", { body: { code: given } })) });
  if (confirm.data) return <RecoveryCodes codes={confirm.data.codes} onDone={onDone} />;
  if (offer.error) return <ErrorText error={offer.error} onRetry={() => void offer.refetch()} />;
  if (!offer.data)
    return (
      <Loading className="flex flex-col gap-4">
        <Skeleton className="size-48" />
        <Skeleton className="h-10" />
      </Loading>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6) confirm.mutate(code);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-5">
        <img alt={t("qr")} src={`data:image/svg+xml,${encodeURIComponent(offer.data.qr)}`} className="size-44 shrink-0 rounded-card border border-line bg-white p-2" />
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-medium">{t("scan")}</p>
          <p className="mt-1 text-table text-muted">{t("scanHelp")}</p>
        </div>
      </div>
      <div className="flex flex-col gap-1.5">
        <p className="text-table text-muted">{t("byHand")}</p>
        <div className="flex flex-wrap items-center gap-2">
          <code className="min-w-0 flex-1 rounded-md border border-line bg-canvas px-2.5 py-1.5 font-mono text-table break-all">{offer.data.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
          <CopyButton text={offer.data.secret} />
        </div>
      </div>
      <Field label={t("code")}>
        <CodeInput value={code} onValue={setCode} />
      </Field>
      <ErrorText error={confirm.error} />
      <Button type="submit" tone="primary" busy={confirm.isPending} disabled={code.length < 6} className="self-start">
        {t("confirm")}
      </Button>
    </form>
  );
}
