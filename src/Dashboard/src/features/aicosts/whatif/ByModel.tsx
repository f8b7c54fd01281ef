import { useQueries, useQuery } from "@tanstack/react-query";
import type { AiModelQuestion } from "@/api/types";
import { useText } from "@/i18n/messages";
import { ErrorText, Loading, Section, Skeleton } from "@/ui";
import { CostText } from "../parts/CostText";
import { DifferenceText } from "./Compared";
import { messages } from "./messages";
import { most, usedModels } from "./models";
import { comparedQuery, usedQuery } from "./queries";

/** Each model that is used now, against the other one. */
export function ByModel({ question }: { question: AiModelQuestion }) {
  const t = useText(messages);
  const used = useQuery(usedQuery(question.from, question.until));
  const models = usedModels(used.data?.items ?? []);
  const asked = models.slice(0, most);
  const answers = useQueries({ queries: asked.map((usedModel) => comparedQuery({ ...question, usedModel })) });
  const rows = asked.flatMap((model, at) => (answers[at]?.data && answers[at].data.compared > 0 ? [{ model, compared: answers[at].data }] : []));
  const waiting = used.isLoading || answers.some((one) => one.isLoading);
  const failed = used.error ?? answers.find((one) => one.error)?.error;
  return (
    <Section title={t("byModel")}>
      <ErrorText error={failed} onRetry={() => void Promise.all([used.refetch(), ...answers.map((one) => one.refetch())])} />
      {waiting ? (
        <Loading>
          <Skeleton className="h-24 w-full" />
        </Loading>
      ) : (
        rows.length > 0 && (
          <div tabIndex={0} role="region" aria-label={t("byModel")} className="overflow-x-auto rounded-card border border-line bg-surface">
            <table aria-label={t("byModel")} className="w-full text-table">
              <thead className="text-left text-xs text-muted">
                <tr>
                  <th scope="col" className="px-3 py-2 font-medium">{t("usedModel")}</th>
                  {([t("now"), t("then", { model: question.model }), t("difference"), t("recordsHead")] as const).map((head) => (
                    <th key={head} scope="col" className="px-3 py-2 text-right font-medium">{head}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ model, compared }) => (
                  <tr key={model} className="border-t border-line">
                    <th scope="row" className="min-w-32 px-3 py-1.5 text-left font-medium wrap-anywhere">{model}</th>
                    <td className="px-3 py-1.5 text-right"><CostText cost={compared.now} /></td>
                    <td className="px-3 py-1.5 text-right"><CostText cost={compared.then} /></td>
                    <td className="px-3 py-1.5 text-right whitespace-nowrap"><DifferenceText difference={compared.difference} /></td>
                    <td className="tabular px-3 py-1.5 text-right">{compared.compared}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      )}
      {models.length > most && <p className="mt-2 text-xs text-muted">{t("most", { count: most })}</p>}
    </Section>
  );
}
