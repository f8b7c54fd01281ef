import { useRef, useState } from "react";
import { FileCheck, ShieldAlert, ShieldCheck } from "lucide-react";
import type { AuditAnchor, AuditReport } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Dialog } from "@/ui";
import { messages } from "./messages";

const SHOWN = 20;

/** What holding the trail against the log found; and the way to hold it against an anchor that somebody kept. */
export function VerdictDialog({ open, report, busy, onClose, onAnchor, onHold }: { open: boolean; report: AuditReport; busy: boolean; onClose: () => void; onAnchor: () => void; onHold: (anchor: AuditAnchor) => void }) {
  const t = useText(messages);
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const intact = report.findings.length === 0;
  const hold = async (file: File | undefined) => {
    const anchor = file && ((await file.text().then(JSON.parse).catch(() => null)) as Partial<AuditAnchor> | null);
    setWrong(file !== undefined && typeof anchor?.hash !== "string");
    if (typeof anchor?.hash === "string") onHold(anchor as AuditAnchor);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(intact ? "intactTitle" : "broken")}
      actions={
        <>
          <input ref={input} type="file" accept="application/json,.json" aria-label={t("hold")} className="hidden" onChange={(event) => (void hold(event.target.files?.[0]), (event.target.value = ""))} />
          <Button icon={<FileCheck aria-hidden className="size-4" />} busy={busy} onClick={() => input.current?.click()}>
            {t("hold")}
          </Button>
          <Button onClick={onAnchor}>{t("anchor")}</Button>
          <Button tone="primary" onClick={onClose}>
            {t("close")}
          </Button>
        </>
      }
    >
      <div role="status" className="flex items-start gap-3">
        <span aria-hidden className={`flex size-10 shrink-0 items-center justify-center rounded-md [&_svg]:size-5 ${intact ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}>
          {intact ? <ShieldCheck /> : <ShieldAlert />}
        </span>
        <div className="min-w-0 flex-1">
          <p>{intact ? t("intact", { count: report.entries }) : t("found", { count: report.findings.length })}</p>
          {!intact && (
            <ul className="mt-2 flex flex-col gap-1 text-table">
              {report.findings.slice(0, SHOWN).map((one, at) => (
                <li key={at} className="break-words">
                  <span className="font-medium text-bad">{t(`fault_${one.fault}`)}</span>
                  {one.number !== null && ` · ${t("place", { number: one.number })}`}
                </li>
              ))}
            </ul>
          )}
          {wrong && (
            <p role="alert" className="mt-2 text-table text-bad">
              {t("notAnAnchor")}
            </p>
          )}
          <p className="mt-2 text-table text-muted">{t("anchorHelp")}</p>
        </div>
      </div>
    </Dialog>
  );
}
