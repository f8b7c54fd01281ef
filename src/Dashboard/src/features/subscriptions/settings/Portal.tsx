import { useQuery } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { Checkbox, ErrorText, Section } from "@/ui";
import { Choice } from "@/ui/Choice";
import { offersQuery } from "../plans/queries";
import type { Draft } from "./changes";
import { messages } from "./messages";

/** What clients may do by themselves, by a portal link. */
export function Portal({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const t = useText(messages);
  const { data, error } = useQuery(offersQuery);
  const offers = data?.items ?? [];
  // What was archived since stays in the list until somebody takes it out.
  const plans = [
    ...offers.filter((one) => !one.archived || draft.portalPlans.includes(one.code)).map(({ code, terms }) => ({ code, name: terms.name })),
    ...draft.portalPlans.filter((code) => !offers.some((one) => one.code === code)).map((code) => ({ code, name: code })),
  ];
  return (
    <Section title={t("portal")}>
      <div className="flex flex-col gap-5">
        <p className="text-table text-muted">{t("portalHelp")}</p>
        <div className="flex flex-col gap-1.5">
          <span aria-hidden className="text-table font-medium">{t("portalCancel")}</span>
          <Choice
            label={t("portalCancel")}
            value={draft.portalCancel}
            onChange={(portalCancel) => onChange({ portalCancel })}
            options={(["no", "periodEnd", "atOnce"] as const).map((value) => ({ value, label: t(`portalCancel_${value}`), hint: t(`portalCancelHint_${value}`) }))}
          />
        </div>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-table font-medium">{t("portalPlans")}</legend>
          {plans.map(({ code, name }) => (
            <Checkbox key={code} visible checked={draft.portalPlans.includes(code)} onChange={(on) => onChange({ portalPlans: on ? [...draft.portalPlans, code] : draft.portalPlans.filter((other) => other !== code) })} label={name} />
          ))}
          {data ? <p className="text-table text-muted">{t(plans.length === 0 ? "portalPlansEmpty" : draft.portalPlans.length === 0 ? "portalPlansNoneHint" : "portalPlansHint")}</p> : <ErrorText error={error} />}
        </fieldset>
      </div>
    </Section>
  );
}
