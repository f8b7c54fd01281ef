import { ShieldAlert, ShieldCheck } from "lucide-react";
import type { AuditVerdict } from "@/api/identityPaths";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Dialog } from "@/ui";
import { messages } from "./messages";

/** What checking the chain found. */
export function VerdictDialog({ open, verdict, onClose, onAnchor }: { open: boolean; verdict: AuditVerdict; onClose: () => void; onAnchor: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(verdict.intact ? "intactTitle" : "broken")}
      actions={
        <>
          <Button onClick={onAnchor}>{t("anchor")}</Button>
          <Button tone="primary" onClick={onClose}>
            {t("close")}
          </Button>
        </>
      }
    >
      <div className="flex items-start gap-3">
        <span aria-hidden className={`flex size-10 shrink-0 items-center justify-center rounded-md [&_svg]:size-5 ${verdict.intact ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}>
          {verdict.intact ? <ShieldCheck /> : <ShieldAlert />}
        </span>
        <div className="min-w-0">
          <p>{verdict.intact ? t("intact", { count: verdict.entries }) : t("brokenAt", { seq: verdict.brokenAt ?? 0 })}</p>
          {verdict.reason && <p className="mt-1 text-table break-words text-bad">{verdict.reason}</p>}
          <p className="mt-2 text-table text-muted">
            {t("head")}: <code className="font-mono text-xs break-all">{verdict.head}</code> · {formats.instant(verdict.checkedAt)}
          </p>
          <p className="mt-2 text-table text-muted">{t("anchorHelp")}</p>
        </div>
      </div>
    </Dialog>
  );
}
