import type { Change, Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isNegative, isZero } from "@/lib/decimal";
import { messages } from "./messages";

/** What a figure was in the days before, and how much it moved; the server computed both. */
export function Since({ was, change }: { was: Money; change: Change }) {
  const t = useText(messages);
  const formats = useFormats();
  const moved = isZero(change.by.amount) ? t("same") : change.share === null ? (isNegative(change.by.amount) ? "" : "+") + formats.amount(change.by) : signed(change.share, formats.number);
  return <Was text={t("was", { amount: formats.amount(was), moved })} />;
}

/** How many hundredths with their sign. */
const signed = (share: number, number: (value: number) => string) => `${share > 0 ? "+" : share < 0 ? "−" : ""}${number(Math.abs(share))} %`;

export const Was = ({ text }: { text: string }) => <span className="tabular block text-xs text-muted">{text}</span>;
