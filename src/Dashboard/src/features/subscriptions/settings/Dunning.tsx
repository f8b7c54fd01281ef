import { useText } from "@/i18n/messages";
import { Field, Input, Section, Switch } from "@/ui";
import { Choice } from "@/ui/Choice";
import type { Draft, Rules } from "./changes";
import { messages } from "./messages";

/** What is done about a card that is declined. */
export function Dunning({ draft, faults, onChange }: { draft: Draft; faults: ReadonlySet<keyof Rules>; onChange: (part: Partial<Draft>) => void }) {
  const t = useText(messages);
  const never = draft.retryDays.trim() === "";
  return (
    <Section title={t("dunning")}>
      <div className="flex flex-col gap-5">
        <p className="text-table text-muted">{t("dunningHelp")}</p>
        <Field label={t("retryDays")} hint={t(never ? "retryDaysNever" : "retryDaysHint")} error={faults.has("retryDays") ? t("retryDaysWrong") : undefined}>
          <Input className="tabular" inputMode="text" value={draft.retryDays} onChange={(event) => onChange({ retryDays: event.target.value })} />
        </Field>
        <div className="flex flex-col gap-1.5">
          <span aria-hidden className="text-table font-medium">{t("afterRetries")}</span>
          <Choice
            label={t("afterRetries")}
            value={draft.afterRetries}
            onChange={(afterRetries) => onChange({ afterRetries })}
            options={(["unpaid", "canceled", "pastDue"] as const).map((value) => ({ value, label: t(`afterRetries_${value}`), hint: t(`afterRetriesHint_${value}`) }))}
          />
        </div>
        <Switch checked={draft.pastDueHasAccess} onChange={(pastDueHasAccess) => onChange({ pastDueHasAccess })} label={t("pastDueHasAccess")} hint={t("pastDueHasAccessHint")} />
        <Switch checked={draft.mailsClients} onChange={(mailsClients) => onChange({ mailsClients })} label={t("mailsClients")} hint={t("mailsClientsHint")} />
      </div>
    </Section>
  );
}
