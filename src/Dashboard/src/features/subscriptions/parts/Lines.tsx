import type { Money, SubscriptionLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { MoneyText } from "@/ui";
import { messages } from "./messages";

/** What is billed at once: charges, credits below nothing, and their sum where the server told it. */
export function Lines({ lines, total, label, totalName }: { lines: readonly SubscriptionLine[]; total?: Money; label: string; totalName?: string }) {
  const t = useText(messages);
  const formats = useFormats();
  if (lines.length === 0) return <p className="text-table text-muted">{t("nothing")}</p>;
  return (
    <table aria-label={label} className="w-full border-t border-line text-table">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("description")}</th>
          <th scope="col">{t("amount")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={at} className="border-b border-line">
            <th scope="row" className="py-2 pr-3 text-left align-top font-normal wrap-anywhere">
              {line.description}
              <span className="tabular block text-xs text-muted">
                {line.days.from === line.days.through ? formats.day(line.days.from) : t("span", { from: formats.day(line.days.from), through: formats.day(line.days.through) })}
                {line.quantity !== "1" && ` · ${showDecimal(line.quantity, formats.locale, 0)} × ${showDecimal(line.unitPrice, formats.locale, 2)}`}
              </span>
            </th>
            <td className="py-2 text-right align-top">
              <MoneyText money={line.amount} />
            </td>
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <th scope="row" className="py-2 pr-3 text-left font-semibold">
              {totalName ?? t("total")}
            </th>
            <td className="py-2 text-right font-semibold">
              <MoneyText money={total} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
