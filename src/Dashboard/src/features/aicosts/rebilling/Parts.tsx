import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Listed, Sheet } from "@/ui";
import { useAccountNames } from "../accounts/useAccountNames";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";
import { partsQuery } from "./queries";

/** The records of usage that a charge is made of, each with its share and how it is known whose it is. */
export function Parts({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const list = useInfiniteQuery(partsQuery(id));
  const named = useAccountNames();
  return (
    <Sheet open wide onClose={onClose} title={t("partsTitle")}>
      <Listed list={list} beside={[named]} empty={<p className="text-table text-muted">{t("noParts")}</p>} more={t("more")} moreClass="mt-3">
        {(items) => (
          <div tabIndex={0} role="region" aria-label={t("partsTitle")} className="overflow-x-auto rounded-card border border-line">
            <table aria-label={t("partsTitle")} className="w-full text-table">
              <thead className="text-left text-xs text-muted">
                <tr>
                  {(["day", "account", "model", "basis"] as const).map((head) => <th key={head} scope="col" className="px-3 py-2 font-medium">{t(head)}</th>)}
                  <th scope="col" className="px-3 py-2 text-right font-medium">{t("part")}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one, at) => (
                  <tr key={at} className="border-t border-line">
                    <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                      {one.day ? <Link to="/ai/usage" search={{ filter: `day.is.${one.day}${one.account ? `;account.is.${one.account}` : ""}` }} className="tabular rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">{formats.day(one.day)}</Link> : "–"}
                    </th>
                    <td className="px-3 py-1.5 wrap-anywhere">{named.accounts.find(({ id: known }) => known === one.account)?.name ?? "–"}</td>
                    <td className="px-3 py-1.5 wrap-anywhere">{one.model ?? "–"}</td>
                    <td className="px-3 py-1.5">{t(`basis_${one.basis}`)}</td>
                    <td className="px-3 py-1.5 text-right"><CostText cost={one.cost} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Listed>
    </Sheet>
  );
}
