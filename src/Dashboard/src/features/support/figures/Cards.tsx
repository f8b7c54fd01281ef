import type { ReactNode } from "react";
import type { SupportStatistics } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Card, MoneyText } from "@/ui";
import { messages } from "./messages";

/** The figures at a glance; what ties is shown as a tie. */
export function Cards({ of, categoryOf }: { of: SupportStatistics; categoryOf: (code: string) => string }) {
  const t = useText(messages);
  const formats = useFormats();
  const peak = <T,>(which: { of: readonly T[]; requests: number }, name: (one: T) => string) =>
    which.requests === 0 || which.of.length === 0 ? { value: t("nobody") } : { value: which.of.map(name).join(", "), about: t(which.of.length > 1 ? "eachOf" : "each", { count: which.requests }) };
  return (
    <ul aria-label={t("cards")} className="grid grid-cols-1 gap-3 phone:grid-cols-2 lg:grid-cols-3">
      <Figure name={t("billable")} value={formats.number(of.billable)} about={t("ofAll", { count: of.requests, hours: showDecimal(of.hours, formats.locale, 0) })} />
      <Figure
        name={t("cost")}
        value={of.costs.length === 0 ? t("nobody") : of.costs.map((one) => <MoneyText key={one.currency} money={one.net} className="block" />)}
        about={of.costs.length === 0 ? t("nothingBilled") : of.costs.map((one) => <span key={one.currency} className="block">{t("gross")} <MoneyText money={one.gross} /> · {t("free")} <MoneyText money={one.savings} /></span>)}
      />
      <Figure name={t("mostActive")} {...peak(of.mostActive, (day) => formats.weekday(day % 7, "long"))} />
      <Figure name={t("peakTime")} {...peak(of.peakParts, (part) => t(`part_${part}`))} />
      <Figure name={t("busiest")} {...peak(of.busiestDays, formats.day)} />
      <Figure name={t("topCategory")} {...peak(of.topCategories, categoryOf)} />
    </ul>
  );
}

const Figure = ({ name, value, about }: { name: string; value: ReactNode; about?: ReactNode }) => (
  <li>
    <Card className="h-full p-3">
      <p className="text-xs text-muted">{name}</p>
      <div className="mt-0.5 text-base font-semibold wrap-anywhere">{value}</div>
      {about && <div className="text-table text-muted">{about}</div>}
    </Card>
  </li>
);
