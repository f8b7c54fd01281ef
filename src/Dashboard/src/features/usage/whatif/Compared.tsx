import type { ComparedPlans } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { MoneyText } from "@/ui";
import { messages } from "./messages";

/** Each client with both amounts. */
export function Compared({ compared }: { compared: ComparedPlans }) {
  const t = useText(messages);
  const formats = useFormats();
  if (compared.items.length === 0) return <p className="text-table text-muted">{t("nobody")}</p>;
  return (
    <div tabIndex={0} role="region" aria-label={t("result")} className="relative overflow-x-auto">
      <table aria-label={t("result")} className="w-full border-t border-line text-table">
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className="px-2 py-1.5 pl-0 font-medium">{t("client")}</th>
            {(["old", "new", "difference"] as const).map((head) => (
              <th key={head} scope="col" className="px-2 py-1.5 text-right font-medium last:pr-0">{t(head)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compared.items.map((item) => (
            <tr key={`${item.clientId} ${item.subject}`} className="border-b border-line align-top">
              <th scope="row" className="px-2 py-2 pl-0 text-left font-medium wrap-anywhere">
                {item.clientName}
                <span className="block text-xs font-normal text-muted">{[...item.plans, ...(item.billed ? [t("billed", { amount: formats.money(item.billed) })] : [])].join(" · ")}</span>
              </th>
              <td className="tabular px-2 py-2 text-right">{item.old ? <MoneyText money={item.old} /> : <span className="text-muted">{t("noOld")}</span>}</td>
              <td className="tabular px-2 py-2 text-right"><MoneyText money={item.new} /></td>
              <td className="tabular px-2 py-2 pr-0 text-right">{item.difference && <MoneyText money={item.difference} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className="px-2 py-2 pl-0 text-left">{t("all")}</th>
            <td className="tabular px-2 py-2 text-right">{compared.old.map((sum) => <MoneyText key={sum.currency} money={sum} className="block" />)}</td>
            <td className="tabular px-2 py-2 text-right"><MoneyText money={compared.new} /></td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
