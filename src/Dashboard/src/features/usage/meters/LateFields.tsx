import type { LateUsage } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Field, Input, Select } from "@/ui";
import { messages } from "./messages";

const policies = ["bill", "freeze", "hold"] as const satisfies readonly LateUsage["then"][];

/** What is done with usage that comes in after its period was billed, as it is being written. */
export interface LateDraft {
  then: LateUsage["then"];
  hours: string;
}

/** A draft of what a meter says, or of what is usual. */
export const lateDraftOf = (late?: LateUsage): LateDraft => ({ then: late?.then ?? "bill", hours: late?.then === "freeze" ? String(late.afterHours) : "72" });

/** What a draft says; hours that are none are refused by the server. */
export const lateOf = ({ then, hours }: LateDraft): LateUsage => ({ then, afterHours: then === "freeze" && /^\d{1,6}$/.test(hours.trim()) ? Number(hours) : 0 });

/** The fields of what is done with late usage. */
export function LateFields({ draft, onChange }: { draft: LateDraft; onChange: (draft: LateDraft) => void }) {
  const t = useText(messages);
  return (
    <>
      <Field label={t("late")} hint={t("lateHint")}>
        <Select value={draft.then} onChange={(then) => onChange({ ...draft, then })} options={policies.map((one) => ({ value: one, label: t(`late_${one}`), hint: t(`late_${one}Help`) }))} />
      </Field>
      {draft.then === "freeze" && (
        <Field label={t("lateHours")}>
          <Input value={draft.hours} onChange={(event) => onChange({ ...draft, hours: event.target.value })} inputMode="numeric" />
        </Field>
      )}
    </>
  );
}
