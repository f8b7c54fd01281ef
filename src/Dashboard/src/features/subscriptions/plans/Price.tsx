import type { Offer } from "@/api/types";
import { useText } from "@/i18n/messages";
import { MoneyText } from "@/ui";
import { usePlanWords } from "../parts/words";
import { messages } from "./messages";

/** What a plan asks for again and again, in each of its currencies. */
export function Price({ offer }: { offer: Offer }) {
  const t = useText(messages);
  const words = usePlanWords();
  if (offer.recurring.length === 0) return <p className="text-2xl font-semibold tracking-tight">{t("free")}</p>;
  const used = offer.terms.components.some((one) => one.kind === "metered");
  if (used && offer.terms.components.every((one) => one.kind === "metered" || one.kind === "once")) return <p className="text-2xl font-semibold tracking-tight">{t("kind_metered")}</p>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      {offer.recurring.map((sum, at) => (
        <MoneyText key={sum.currency} money={sum} large={at === 0} />
      ))}
      <span className="text-table text-muted">{t(offer.terms.components.some((one) => one.kind === "seats") ? "perSeat" : "per", { period: words.period(offer.terms.interval) })}{used && ` ${t("andUsed")}`}</span>
    </p>
  );
}
