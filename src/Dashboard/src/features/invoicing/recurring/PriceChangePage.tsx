import { useMemo } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { keys } from "@/api/queries";
import type { Recurring, TaxCategory } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { DatePicker, Field, Needs, toast } from "@/ui";
import { draftOf } from "../editor/draft";
import { Editor, type EditorKind, type Previewed } from "../editor/Editor";
import { Waiting } from "../editor/EditorPage";
import { askInvoice } from "../editor/queries";
import { invoicingSettingsQuery } from "../parts/languages";
import { messages } from "./messages";
import { changePrices, recurringQuery } from "./queries";

interface FromDay {
  from: Day | null;
}

/** From a day on something else is billed. */
export function PriceChangePage() {
  const t = useText(messages);
  const { id } = useParams({ from: "/recurring-invoices/$id/price" });
  const settings = useQuery(invoicingSettingsQuery);
  const recurring = useQuery(recurringQuery(id));
  return (
    <Needs permission="invoicing.bill">
      {settings.data && recurring.data ? <Form key={id} recurring={recurring.data} categories={settings.data.taxCategories} /> : <Waiting error={settings.error ?? recurring.error} title={t("priceChange")} />}
    </Needs>
  );
}

function Form({ recurring, categories }: { recurring: Recurring; categories: readonly TaxCategory[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = useMemo(() => draftOf(recurring, formats.locale), [recurring, formats.locale]);
  const kind = useMemo((): EditorKind<Recurring, FromDay, Previewed> => {
    const back = (after: Recurring) => void navigate({ to: "/recurring-invoices/$id", params: { id: after.id }, replace: true });
    return {
      title: t("priceChangeOf", { client: recurring.client.name }), name: t("recurringInvoice"), save: t("savePrice"), key: keys.recurring, charges: false, period: false, linesOnly: true,
      read: (extra) => (extra.from ? extra : null),
      ask: async (_, body, __, signal) => ({ sums: await askInvoice(null, body, signal) }),
      run: (onto, body, { from }) => changePrices(onto ?? recurring, from!, body),
      saved: (after) => {
        queries.setQueryData(recurringQuery(after.id).queryKey, after);
        void queries.invalidateQueries({ queryKey: [keys.recurring] });
        toast.done(t("priceSaved"));
        back(after);
      },
      cancel: () => back(recurring),
      extraOf: () => ({ from: null }),
      fields: ({ extra, setExtra, checked, badDay, onBadDay }) => (
        <Field label={t("priceFrom")} hint={t("priceFromHint")} error={badDay ?? (checked && !extra.from ? t("dayMissing") : undefined)}>
          <DatePicker value={extra.from} onChange={(from) => setExtra({ from })} onProblem={onBadDay} label={t("priceFrom")} />
        </Field>
      ),
    };
  }, [t, navigate, queries, recurring]);
  return <Editor was={recurring} begin={begin} extra={{ from: recurring.next[1]?.on ?? recurring.next[0]?.on ?? null }} categories={categories} kind={kind} />;
}
