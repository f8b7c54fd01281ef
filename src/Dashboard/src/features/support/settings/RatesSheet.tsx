import type { RateCard } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { useDraft } from "@/lib/useDraft";
import { Field, FieldRow, InputWith } from "@/ui";
import { messages as words, urgencies } from "../parts/messages";
import { useCurrency } from "../parts/useCurrency";
import { AgreedSheet } from "./AgreedSheet";
import { ratesDraft, ratesOf } from "./draft";
import { messages } from "./messages";
import { agreeRates } from "./queries";

/** What an hour costs from a day on. `card`: the one to write anew, or the one to begin with. */
export function RatesSheet({ card, fixed, onClose }: { card: RateCard; fixed: boolean; onClose: () => void }) {
  const t = useText(messages);
  const w = useText(words);
  const { locale, today } = useFormats();
  const { draft, dirty, set } = useDraft(() => ratesDraft(card, fixed ? card.from : today, locale));
  const currency = useCurrency(draft.client);
  const body = ratesOf(draft, fixed ? card.currency : currency, locale);
  return (
    <AgreedSheet title={t(fixed ? "editRates" : "addRates")} draft={draft} onChange={set} fixed={fixed} dirty={dirty} agree={body && (() => agreeRates(body))} onClose={onClose}>
      <FieldRow>
        {urgencies.map((urgency) => (
          <Field key={urgency} label={w(`urgency_${urgency}`)} {...(draft.prices[urgency].trim() !== "" && readDecimal(draft.prices[urgency], locale) === null ? { error: w("badAmount") } : {})}>
            <InputWith value={draft.prices[urgency]} onChange={(event) => set({ prices: { ...draft.prices, [urgency]: event.target.value } })} inputMode="decimal" after={fixed ? card.currency : currency} />
          </Field>
        ))}
      </FieldRow>
    </AgreedSheet>
  );
}
