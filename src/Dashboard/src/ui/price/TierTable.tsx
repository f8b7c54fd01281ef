import { Plus, X } from "lucide-react";
import type { PriceTerms } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, IconButton } from "@/ui";
import { messages } from "./messages";
import { endOf, fieldsOf, withAnotherTier, withoutTier, withTier, type Kind } from "./model";
import { NumberInput } from "./NumberInput";

/** The tiers of a price as a table; each begins where the one before ends, the last has no end. */
export function TierTable({ model, faults, passes = false, onChange }: { model: PriceTerms; faults: ReadonlySet<string>; passes?: boolean; onChange: (model: PriceTerms) => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const kind = model.type as Kind;
  const columns = fieldsOf[kind].columns ?? [];
  const tiers = model.tiers ?? [];
  const end = endOf(kind);
  return (
    <div className="flex flex-col gap-2">
      <div tabIndex={0} role="region" aria-label={t("tiers")} className="relative overflow-x-auto rounded-card border border-line">
        <table className="w-full min-w-md text-table">
          <caption className="sr-only">{t("tiers")}</caption>
          <thead className="bg-canvas text-muted">
            <tr>
              <th scope="col" className="px-3 py-1.5 text-left font-medium">
                {t("tier")}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-2 py-1.5 text-right font-medium">
                  {t(column === "flat" ? "flatFee" : column)}
                </th>
              ))}
              <th scope="col" className="w-9">
                <span className="sr-only">{t("remove")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tiers.map((tier, index) => {
              const from = end === "upTo" && index > 0 ? tiers[index - 1]?.upTo : null;
              return (
                <tr key={`${tiers.length} ${index}`} className="border-t border-line align-top">
                  <th scope="row" className="px-3 py-2.5 text-left font-normal whitespace-nowrap">
                    {from ? t("over", { from: showDecimal(from, locale, 0) }) : t("tierN", { n: index + 1 })}
                  </th>
                  {columns.map((column) => (
                    <td key={column} className="px-2 py-1">
                      {column === end && index === tiers.length - 1 ? (
                        <span className="block py-1.5 text-right text-muted">{t("noEnd")}</span>
                      ) : (
                        <NumberInput label={`${t(column === "flat" ? "flatFee" : column)}, ${t("tierN", { n: index + 1 })}`} quiet passes={passes} optional={column === "flat"} value={tier[column] ?? ""} wrong={faults.has(`/model/tiers/${index}/${column}`)} onChange={(value) => onChange(withTier(model, index, column, value))} />
                      )}
                    </td>
                  ))}
                  <td className="py-1 pr-1">{tiers.length > 1 && <IconButton label={t("removeTier", { n: index + 1 })} size="iconSm" icon={<X aria-hidden />} onClick={() => onChange(withoutTier(model, index))} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Button size="sm" className="self-start" onClick={() => onChange(withAnotherTier(model))}>
        <Plus aria-hidden className="size-4" />
        {t("addTier")}
      </Button>
    </div>
  );
}
