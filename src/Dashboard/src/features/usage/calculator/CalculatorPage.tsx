import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import type { PriceTerms } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Combobox, ErrorText, Field, Loading, Needs, Page, Section, Skeleton } from "@/ui";
import { beginnings, type Kind } from "@/ui/price/model";
import { ModelForm } from "@/ui/price/ModelForm";
import { NumberInput } from "@/ui/price/NumberInput";
import { Curve } from "./Curve";
import { Events } from "./Events";
import { messages } from "./messages";
import { quoteQuery, type Asked } from "./queries";
import { Result } from "./Result";
import type { CalculatorSearch } from "./search";
import { useRested } from "@/lib/useRested";

/** What a price makes of usage, tried out: nothing is saved but in the address. */
export function CalculatorPage() {
  const t = useText(messages);
  const house = useHouse();
  const currencies = useCurrencies();
  const search = useSearch({ from: "/usage/calculator" });
  const navigate = useNavigate();
  const may = useMay("usage.see");
  const asked: Asked = { currency: search.currency ?? house.currency, model: search.model ?? beginnings.graduated, quantity: search.quantity ?? "250", before: search.before, events: search.events ?? ["50", "120"] };
  const rested = JSON.parse(useRested(JSON.stringify(asked), 200)) as Asked;
  const quote = useQuery({ ...quoteQuery({ ...rested, before: rested.before }), enabled: may });
  const kind = asked.model.type as Kind;
  const faults = new Set(isProblem(quote.error, "bad-request") ? (quote.error.body.errors ?? []).map(({ pointer }) => pointer) : []);
  const set = (part: { [K in keyof CalculatorSearch]?: CalculatorSearch[K] | undefined }) => {
    const next = { ...asked, ...search, ...part, model: part.model ?? asked.model };
    const kept = Object.entries(next).filter(([name, value]) => value !== undefined && (name !== "events" || next.model.type === "percentage"));
    void navigate({ to: "/usage/calculator", replace: true, search: Object.fromEntries(kept) as CalculatorSearch });
  };
  return (
    <Needs permission="usage.see">
      <Page title={t("calculator")} about={<span className="max-phone:hidden">{t("about")}</span>}>
        <div className="grid max-w-6xl grid-cols-1 gap-8 p-4 sm:p-6 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-6">
            <Section title={t("priceOf")}>
              <ModelForm model={asked.model} faults={faults} onChange={(model: PriceTerms) => set({ model })} />
            </Section>
            <Section title={t("used")}>
              <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">
                {kind === "percentage" ? (
                  <Events events={asked.events} wrong={[...faults].some((pointer) => pointer.startsWith("/events"))} onChange={(events) => set({ events })} />
                ) : kind === "flat" ? null : (
                  <>
                    <NumberInput label={t(kind === "graduated-percentage" || kind === "dynamic" ? "amountUsed" : "quantity")} value={asked.quantity} wrong={faults.has("/quantity")} onChange={(quantity) => set({ quantity })} />
                    <NumberInput label={t("before")} optional value={asked.before ?? ""} wrong={faults.has("/quantityBefore")} onChange={(before) => set({ before: before === "" ? undefined : before })} />
                  </>
                )}
                <Field label={t("currency")}>
                  <Combobox label={t("currency")} value={asked.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
                </Field>
              </div>
            </Section>
          </div>
          <Section title={t("result")} className="min-w-0">
            <div className="flex flex-col gap-4">
              {faults.size > 0 ? <p role="alert" className="text-sm text-bad">{t("mend")}</p> : <ErrorText error={quote.error} onRetry={() => void quote.refetch()} />}
              {!quote.data && !quote.error && (
                <Loading>
                  <Skeleton className="h-60 w-full" />
                </Loading>
              )}
              {quote.data && !quote.error && <Result quote={quote.data} stale={quote.isPlaceholderData} />}
              {quote.data && !quote.error && <Curve points={quote.data.curve} at={{ quantity: quote.data.quantity, amount: quote.data.amount }} />}
            </div>
          </Section>
        </div>
      </Page>
    </Needs>
  );
}
