import type { Aggregation, Meter } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Field, Input, Select } from "@/ui";
import { messages } from "./messages";

const aggregations = ["count", "sum", "max", "latest", "uniqueCount", "average", "weightedSum"] as const satisfies readonly Aggregation[];

/** How events become an amount, as it is being written. */
export interface RuleDraft {
  aggregation: Aggregation;
  property: string;
  groupBy: string;
}

/** A draft of a rule that is there, or of a new one. */
export const draftOf = (rule?: Meter["versions"][number]["rule"]): RuleDraft => ({ aggregation: rule?.aggregation ?? "sum", property: rule?.property ?? "", groupBy: rule?.groupBy.join(", ") ?? "" });

/** What a draft says. */
export const ruleOf = ({ aggregation, property, groupBy }: RuleDraft) => ({
  aggregation,
  property: aggregation === "uniqueCount" ? property.trim() : null,
  groupBy: groupBy.split(",").map((one) => one.trim()).filter(Boolean),
});

/** The fields of a meter's rule. */
export function RuleFields({ draft, onChange, hint }: { draft: RuleDraft; onChange: (draft: RuleDraft) => void; hint?: string }) {
  const t = useText(messages);
  return (
    <>
      <Field label={t("aggregation")} {...(hint ? { hint } : {})}>
        <Select value={draft.aggregation} onChange={(aggregation) => onChange({ ...draft, aggregation })} options={aggregations.map((one) => ({ value: one, label: t(one), hint: t(`${one}Rule`) }))} />
      </Field>
      {draft.aggregation === "uniqueCount" && (
        <Field label={t("property")}>
          <Input value={draft.property} onChange={(event) => onChange({ ...draft, property: event.target.value })} />
        </Field>
      )}
      <Field label={t("groupBy")} hint={t("groupByHint")}>
        <Input value={draft.groupBy} onChange={(event) => onChange({ ...draft, groupBy: event.target.value })} />
      </Field>
    </>
  );
}
