import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { Button, CopyButton, Dialog, ErrorText, Field, Input } from "@/ui";
import { messages } from "./messages";
import { openPortal } from "./queries";

/** Makes a link by which a client looks after what it has for an hour, and shows it once. */
export function PortalDialog({ client, onClose }: { client: string; onClose: () => void }) {
  const t = useText(messages);
  const [returnUrl, setReturnUrl] = useState("");
  const make = useMutation({ mutationFn: () => openPortal({ clientId: client, returnUrl: returnUrl.trim() }) });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("portalTitle")}
      description={t("portalHelp")}
      actions={
        make.data ? (
          <>
            <Button onClick={onClose}>{t("close")}</Button>
            <CopyButton tone="primary" text={make.data.url} label={t("copy")} autoFocus />
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button tone="primary" busy={make.isPending} onClick={() => make.mutate()}>
              {t("makeLink")}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {make.data ? (
          <Field label={t("address")}>
            <Input readOnly value={make.data.url} onFocus={(event) => event.target.select()} className="font-mono text-xs" />
          </Field>
        ) : (
          <Field label={t("returnUrl")} hint={t("returnUrlHint")}>
            <Input type="url" value={returnUrl} maxLength={2000} onChange={(event) => setReturnUrl(event.target.value)} />
          </Field>
        )}
        <ErrorText error={make.error} />
      </div>
    </Dialog>
  );
}
