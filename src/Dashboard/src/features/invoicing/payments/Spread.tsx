import type { PaymentPreview } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { cx } from "@/lib/cx";
import { isZero } from "@/lib/decimal";
import { ErrorText, Input, Loading, MoneyText, Section, Skeleton, Switch } from "@/ui";
import { messages as invoiceMessages } from "../invoices/messages";
import { messages } from "./messages";

export interface SpreadProps {
  preview: PaymentPreview | undefined;
  /** The preview is of what is typed now. */
  fresh: boolean;
  error: unknown;
  /** By hand: what is typed, by invoice. Null: the longest due first. */
  typed: Readonly<Record<string, string>> | null;
  /** Invoices whose amount cannot be read. */
  faulty: readonly string[];
  onHand: (typed: Record<string, string>) => void;
  onChoose: (hand: boolean) => void;
}

/** Which invoices the money pays, invoice by invoice, and what is left over: as the server would do it. */
export function Spread({ preview, fresh, error, typed, faulty, onHand, onChoose }: SpreadProps) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  if (error) return <ErrorText error={error} />;
  if (!preview)
    return (
      <Loading>
        <Skeleton className="h-24 w-full" />
      </Loading>
    );
  const hand = typed !== null;
  const refused = preview.refusal && fresh ? (refusalText(preview.refusal.code, {}) ?? preview.refusal.detail) : null;
  return (
    <Section title={t("pays")} actions={preview.invoices.length > 0 && <Switch label={t("byHand")} checked={hand} onChange={onChoose} />}>
      {preview.invoices.length === 0 ? (
        <p className="text-table text-muted">{t("nothingOpen", { currency: preview.amount.currency })}</p>
      ) : (
        <ul aria-label={t("pays")} className="border-t border-line text-table">
          {preview.invoices.map((one) => (
            <li key={one.invoiceId} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line py-2 phone:grid-cols-[minmax(0,1fr)_auto_8.5rem]">
              <span className="min-w-0">
                <span className="tabular block truncate font-medium">{one.number}</span>
                <span className={cx("tabular block text-xs", one.dueDate < formats.today ? "text-bad" : "text-muted")}>{t("due", { day: formats.day(one.dueDate) })}</span>
              </span>
              <span className="text-right">
                <span className="block text-xs text-muted">{words("outstanding")}</span>
                <MoneyText money={one.outstanding} bare />
              </span>
              {hand ? (
                <Input
                  aria-label={t("paysOf", { number: one.number })}
                  aria-invalid={faulty.includes(one.invoiceId) || undefined}
                  inputMode="decimal"
                  value={typed[one.invoiceId] ?? ""}
                  onChange={(event) => onHand({ ...typed, [one.invoiceId]: event.target.value })}
                  className="tabular text-right max-phone:col-span-2"
                />
              ) : (
                <span className="text-right max-phone:col-start-2">
                  <span className="block text-xs text-muted">{t("gets")}</span>
                  {isZero(one.allocated.amount) ? <span className="text-faint">–</span> : <MoneyText money={one.allocated} bare className="font-medium" />}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <dl aria-live="polite" className="mt-3 ml-auto grid max-w-xs grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-table">
        <dt className="text-muted">{t("allocated")}</dt>
        <dd className="text-right">
          <MoneyText money={preview.allocated} />
        </dd>
        <dt className="text-muted">{t("toCredit")}</dt>
        <dd className="text-right">
          <MoneyText money={preview.credited} className={isZero(preview.credited.amount) ? "" : "font-semibold"} />
        </dd>
      </dl>
      {faulty.length > 0 ? (
        <p role="alert" className="mt-2 text-xs text-bad">
          {words("notAnAmount", { example: formats.amount({ amount: "1234.50", currency: preview.amount.currency }) })}
        </p>
      ) : (
        refused && (
          <p role="alert" className="mt-2 text-xs text-bad">
            {refused}
          </p>
        )
      )}
    </Section>
  );
}
