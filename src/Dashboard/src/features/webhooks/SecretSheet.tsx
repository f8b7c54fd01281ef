import type { WebhookSecretShown } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, CopyButton, Sheet } from "@/ui";
import { messages } from "./messages";

/** A secret that was made just now, shown once. */
export function SecretSheet({ shown, onClose }: { shown: WebhookSecretShown; onClose: () => void }) {
  const t = useText(messages);
  return (
    <Sheet open onClose={onClose} title={t("secretTitle")} description={t("secretAbout")} actions={<Button tone="primary" onClick={onClose}>{t("done")}</Button>}>
      <div className="flex flex-col gap-3">
        <p className="font-medium">{shown.endpoint.name}</p>
        <code data-secret className="rounded-md border border-line bg-canvas p-3 font-mono text-table break-all">{shown.secret}</code>
        <CopyButton text={shown.secret} label={t("copy")} tone="primary" className="self-start" autoFocus />
      </div>
    </Sheet>
  );
}
