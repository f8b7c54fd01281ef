import { useState } from "react";
import { Download, Printer } from "lucide-react";
import { useText } from "@/i18n/messages";
import { save } from "@/lib/save";
import { Button, Checkbox, CopyButton } from "@/ui";
import { messages } from "./messages";

/** Shown once. One goes on only after saying that they are kept. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useText(messages);
  const [kept, setKept] = useState(false);
  const text = `${t("fileHead")}\n\n${codes.join("\n")}\n`;
  return (
    <section aria-labelledby="recovery-codes" className="flex flex-col gap-4">
      <div>
        <h2 id="recovery-codes" tabIndex={-1} ref={(heading) => heading?.focus()} className="font-semibold outline-none">
          {t("codes")}
        </h2>
        <p className="mt-1 text-table text-muted">{t("codesHelp")}</p>
      </div>
      <ul className="print-only-this grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-card border border-line bg-canvas p-4 font-mono text-table">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={codes.join("\n")} label={t("copyCodes")} />
        <Button icon={<Download aria-hidden className="size-4" />} onClick={() => save(new File([text], "billing-recovery-codes.txt", { type: "text/plain" }))}>
          {t("saveCodes")}
        </Button>
        <Button icon={<Printer aria-hidden className="size-4" />} onClick={() => print()}>
          {t("printCodes")}
        </Button>
      </div>
      <Checkbox visible checked={kept} onChange={setKept} label={t("kept")} />
      <Button tone="primary" disabled={!kept} onClick={onDone} className="self-start">
        {t("done")}
      </Button>
    </section>
  );
}
