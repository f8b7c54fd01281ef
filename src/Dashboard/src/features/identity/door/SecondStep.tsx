import { useState, type FormEvent } from "react";
import { useText } from "@/i18n/messages";
import { Button, CodeInput, ErrorText, Field, Input } from "@/ui";
import { Frame, linkClass, mainButton } from "./Frame";
import { messages } from "./messages";

/** The second factor: six digits of the device, or a recovery code. Six digits send themselves. */
export function SecondStep({ busy, error, onCode, onBack }: { busy: boolean; error: unknown; onCode: (code: string) => void; onBack: () => void }) {
  const t = useText(messages);
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) onCode(code.trim());
  };
  return (
    <Frame
      title={t("factorTitle")}
      about={t(recovery ? "recoveryAbout" : "factorAbout")}
      foot={
        <button
          type="button"
          className={linkClass}
          onClick={() => {
            setRecovery(!recovery);
            setCode("");
          }}
        >
          {t(recovery ? "useDevice" : "useRecovery")}
        </button>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {recovery ? (
          <Field key="recovery" label={t("recoveryCode")}>
            <Input autoFocus autoComplete="off" autoCapitalize="none" spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)} className="h-10! font-mono" />
          </Field>
        ) : (
          <Field key="code" label={t("factorCode")}>
            <CodeInput
              autoFocus
              value={code}
              onValue={(next) => {
                setCode(next);
                if (next.length === 6 && next !== code && !busy) onCode(next);
              }}
            />
          </Field>
        )}
        <ErrorText error={error} />
        <Button type="submit" tone="primary" busy={busy} className={mainButton}>
          {t("confirm")}
        </Button>
        <Button tone="ghost" className="justify-center" onClick={onBack}>
          {t("back")}
        </Button>
      </form>
    </Frame>
  );
}
