import type { AiComparedModels, Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { isNegative, isZero } from "@/lib/decimal";
import { Section } from "@/ui";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";

/** By how much the other model costs more or less, in words and not by its colour alone. */
export function DifferenceText({ difference, large }: { difference: Money; large?: boolean }) {
  const t = useText(messages);
  const less = isNegative(difference.amount);
  if (isZero(difference.amount)) return <span className="text-muted">{t("same")}</span>;
  return (
    <span className={less ? "text-good" : "text-bad"}>
      <CostText cost={{ ...difference, amount: difference.amount.replace("-", "") }} {...(large ? { large } : {})} /> {t(less ? "less" : "more")}
    </span>
  );
}

/** The same usage on both, and what of it is in neither sum. */
export function Compared({ compared, model }: { compared: AiComparedModels; model: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const { now, then, difference, withoutModel, withoutRequests, writtenAsInput, unpriced } = compared;
  const records = compared.compared;
  return (
    <Section title={t("result")}>
      {records === 0 ? (
        <p className="text-table text-muted">{t("nothingCompared")}</p>
      ) : (
        <dl className="flex flex-wrap gap-3">
          {([[t("now"), <CostText key="now" cost={now} large />], [t("then", { model }), <CostText key="then" cost={then} large />], [t("difference"), <DifferenceText key="difference" difference={difference} large />]] as const).map(([name, value]) => (
            <div key={name} className="rounded-card border border-line bg-surface px-3 py-2">
              <dt className="text-table wrap-anywhere text-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul className="mt-2 flex flex-col gap-1 text-table text-muted">
        {records > 0 && <li>{t("rests", { count: records })}</li>}
        {withoutModel > 0 && <li>{t("withoutModel", { count: withoutModel })}</li>}
        {withoutRequests > 0 && <li>{t("withoutRequests", { count: withoutRequests })}</li>}
        {writtenAsInput > 0 && <li>{t("writtenAsInput", { tokens: formats.number(writtenAsInput) })}</li>}
      </ul>
      {unpriced.length > 0 && (
        <div className="mt-4">
          <h3 className="mb-1 text-table font-medium">{t("unpriced")}</h3>
          <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
            {unpriced.map((one) => (
              <li key={`${one.provider} ${one.model} ${one.code}`} className="flex flex-wrap gap-x-4 gap-y-0.5 px-3 py-2">
                <span className="font-medium wrap-anywhere">{one.model}</span>
                <span className="min-w-0 flex-1 basis-56 wrap-anywhere text-muted">{refusalText(one.code, { model: one.model, provider: one.provider }) ?? one.reason}</span>
                <span className="tabular text-muted">{t("records", { count: one.records })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
