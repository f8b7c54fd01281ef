import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarCheck } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { BilledUsage } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays } from "@/lib/dates";
import { Button, DatePicker, EmptyState, ErrorText, Field, Loading, MoneyText, Needs, Page, Section, Skeleton, toast } from "@/ui";
import { Billed } from "./Billed";
import { BillSheet } from "./BillSheet";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { billUsage, previewQuery } from "./queries";
import type { BillSearch } from "./search";
import { Waiting } from "./Waiting";

/** What would be billed of periods that have ended, what waits, and what is billed. */
export function BillsPage() {
  const t = useText(messages);
  const { today } = useFormats();
  const search = useSearch({ from: "/usage/bills" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const arrange = useMay("usage.arrange");
  const see = useMay("usage.see");
  const until = search.until ?? addDays(today, -1);
  const preview = useQuery({ ...previewQuery(until), placeholderData: keepPreviousData, enabled: arrange });
  const set = (part: BillSearch) => void navigate({ to: "/usage/bills", replace: true, search: part });
  const bill = useMutation({
    mutationFn: () => billUsage(until),
    onSuccess: async () => {
      toast.done(t("billing"));
      await queries.invalidateQueries({ queryKey: [keys.usageBills] });
    },
  });
  const count = preview.error || !preview.data ? 0 : preview.data.items.length + preview.data.more;
  return (
    <Needs permission="usage.see">
      <Page
        title={t("bills")}
        actions={
          arrange && (
            <Button tone="primary" busy={bill.isPending} disabled={count === 0 || preview.isPlaceholderData} onClick={() => bill.mutate()}>
              {t("bill", { count })}
            </Button>
          )
        }
      >
        <div className="flex max-w-4xl flex-col gap-8 p-4 sm:p-6">
          {arrange && (
            <>
              <p className="text-table text-muted">{t("about")}</p>
              <Field label={t("until")} className="w-44">
                <DatePicker value={until} onChange={(day) => set(day ? { until: day } : {})} label={t("until")} />
              </Field>
              <ErrorText error={bill.error ?? preview.error} onRetry={() => void preview.refetch()} />
              {preview.data ? (
                <Preview preview={preview.data} />
              ) : (
                !preview.error && (
                  <Loading>
                    <Skeleton className="h-40 w-full" />
                  </Loading>
                )
              )}
            </>
          )}
          {see && <Waiting may={arrange} />}
          {see && <Billed onOpen={(id) => set({ ...(search.until ? { until: search.until } : {}), bill: id })} />}
        </div>
        {search.bill && <BillSheet id={search.bill} onClose={() => set(search.until ? { until: search.until } : {})} />}
      </Page>
    </Needs>
  );
}

function Preview({ preview }: { preview: BilledUsage }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <>
      {preview.items.length === 0 ? (
        <EmptyState icon={<CalendarCheck aria-hidden />} title={t("nothing")}>
          {t("nothingHelp")}
        </EmptyState>
      ) : (
        <Section title={t("wouldBill")} actions={<span className="flex flex-wrap justify-end gap-x-4">{preview.totals.map((sum) => <MoneyText key={sum.currency} money={sum} className="font-semibold" />)}</span>}>
          <ul aria-label={t("wouldBill")}>
            {preview.items.map((one) => (
              <li key={one.billId} className="border-b border-line">
                <details>
                  <summary className="rounded py-2">
                    <span className="inline-flex w-[calc(100%-1.25rem)] flex-wrap items-baseline gap-x-3 align-top">
                      <span className="font-medium wrap-anywhere">{one.clientName}</span>
                      <span className="text-table text-muted">
                        {one.plan} · {t("days", { from: formats.day(one.covered.from), through: formats.day(one.covered.through) })}
                        {one.step > 1 && ` · ${t("late")}`}
                      </span>
                      <MoneyText money={one.amount} className="ml-auto" />
                    </span>
                  </summary>
                  <Lines lines={[...one.lines, ...one.held]} label={t("lines")} />
                </details>
              </li>
            ))}
          </ul>
          {preview.more > 0 && <p className="mt-2 text-table text-muted">{t("more", { count: preview.more })}</p>}
        </Section>
      )}
      {preview.leftOut.length > 0 && (
        <Section title={t("leftOut")}>
          <ul className="text-table">
            {preview.leftOut.map((one) => (
              <li key={`${one.subject} ${one.period.from}`} className="border-b border-line py-2">
                <span className="font-medium wrap-anywhere">{one.subject}</span> · {one.plan} · {t("days", { from: formats.day(one.period.from), through: formats.day(one.period.through) })}
                <span className="block text-xs text-bad">{one.reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
