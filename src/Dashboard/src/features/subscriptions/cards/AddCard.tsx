import { useState } from "react";
import { useText } from "@/i18n/messages";
import { Button, Checkbox, Field, Input, Select } from "@/ui";
import { isToken, testCards } from "./cards";
import { messages } from "./messages";
import { useProvider } from "./queries";

/** A card by its provider's name for it: one of the test provider's, or a payment method that Stripe keeps. Its number never comes here. */
export function AddCard({ like, first, busy, onClose, onAdd }: { like?: string; first: boolean; busy: boolean; onClose: () => void; onAdd: (token: string, isDefault: boolean) => void }) {
  const t = useText(messages);
  const provider = useProvider() ?? like;
  const test = provider === "test";
  const [chosen, setChosen] = useState<(typeof testCards)[number]>("pm_card_visa");
  const [typed, setTyped] = useState("");
  const [isDefault, setDefault] = useState(true);
  const [tried, setTried] = useState(false);
  const token = test ? chosen : typed.trim();
  // Not a form: it may stand in one of the page's.
  const add = () => {
    setTried(true);
    if (isToken(token)) onAdd(token, isDefault || first);
  };
  return (
    <div role="group" aria-label={t("addTitle")} className="mt-3 flex flex-col gap-3 rounded-md border border-line p-3">
      {test ? (
        <Field label={t("testCard")} hint={t("testCardHint")}>
          <Select value={chosen} onChange={setChosen} options={testCards.map((value) => ({ value, label: t(`token_${value}`) }))} />
        </Field>
      ) : (
        <Field label={t("token")} hint={t("tokenHint")} error={tried && !isToken(token) ? t("tokenWrong") : undefined}>
          <Input value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => event.key === "Enter" && add()} placeholder="pm_…" spellCheck={false} className="font-mono" />
        </Field>
      )}
      {!first && <Checkbox visible checked={isDefault} onChange={setDefault} label={t("chargeIt")} />}
      <p className="text-xs text-muted">{t("addHint")}</p>
      <div className="flex gap-2">
        <Button size="sm" tone="primary" busy={busy} onClick={add}>
          {t("doAdd")}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t("back")}
        </Button>
      </div>
    </div>
  );
}
