import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { BilledCycle, Group } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, ErrorText, Loading, MoneyText, Section, Sheet, Skeleton } from "@/ui";
import { messages } from "./messages";
import type { Window } from "./search";

const bill = (id: string, cycle: Window, dryRun: boolean, signal?: AbortSignal): Promise<BilledCycle> =>
  ask(api.POST("/api/facility-groups/{id}/cycles/bill", { params: { path: { id }, query: dryRun ? { dryRun } : {} }, body: { from: cycle.from, through: cycle.through }, ...(signal ? { signal } : {}) }));

/** Shows which records of a cycle become charges of which client, and posts them. From there one goes on to an invoice. */
export function BillCycleSheet({ group, cycle, onClose }: { group: Group; cycle: Window; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const arrange = useMay("facilities.arrange");
  const preview = useQuery({ queryKey: [keys.charges, "cycle", group.id, cycle.from, cycle.through], queryFn: ({ signal }) => bill(group.id, cycle, true, signal), retry: false, staleTime: 0, gcTime: 0 });
  const post = useMutation({
    mutationFn: () => bill(group.id, cycle, false),
    onSettled: () => Promise.all([keys.charges, keys.records].map((key) => queries.invalidateQueries({ queryKey: [key], predicate: (query) => query.queryKey[1] !== "cycle" }))),
  });
  const plan = post.data ?? preview.data;
  const count = plan?.records.length ?? 0;
  const noClient = isProblem(preview.error, "client-missing") || isProblem(preview.error, "unknown-client");
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={t("billCycle")}
      description={`${group.name} · ${t("period", { from: formats.day(cycle.from), through: formats.day(cycle.through) })}`}
      actions={
        <>
          <Button onClick={onClose}>{t("close")}</Button>
          {!post.data && (
            <Button tone="primary" busy={post.isPending} disabled={count === 0} onClick={() => post.mutate()}>
              {t("postCharges", { count })}
            </Button>
          )}
        </>
      }
    >
      {preview.error ? (
        <div className="flex flex-col items-start gap-3">
          <ErrorText error={preview.error} {...(noClient ? {} : { onRetry: () => void preview.refetch() })} />
          {noClient && arrange && (
            <Link to="/settings" search={{ tab: "groups", edit: group.id }} className={buttonClass("primary")}>
              {t("chooseClient")}
            </Link>
          )}
        </div>
      ) : !plan ? (
        <Loading className="flex flex-col gap-3">
          <Skeleton className="h-8 w-48" />
          <Skeleton className="h-48 w-full" />
        </Loading>
      ) : (
        <div className="flex flex-col gap-6">
          <ErrorText error={post.error} />
          {post.data && <Posted plan={post.data} />}
          <Plan plan={plan} done={post.data !== undefined} />
        </div>
      )}
    </Sheet>
  );
}

/** What was done, and the ways on. */
function Posted({ plan }: { plan: BilledCycle }) {
  const t = useText(messages);
  const [see, write] = [useMay("invoicing.see"), useMay("invoicing.bill")];
  return (
    <div role="status" className="flex flex-col gap-3 rounded-card border border-line bg-canvas p-4">
      <p className="font-medium">{t("chargesPosted", { count: plan.records.length })}</p>
      <div className="flex flex-wrap gap-2">
        {write && (
          <Link to="/invoices/new" search={{ client: plan.clientId }} className={buttonClass("primary")}>
            {t("newInvoice")}
          </Link>
        )}
        {write && (
          <Link to="/billing-runs/new" search={{ client: plan.clientId }} className={buttonClass()}>
            {t("billingRun")}
          </Link>
        )}
        {see && (
          <Link to="/clients/$id" params={{ id: plan.clientId }} className={buttonClass()}>
            {t("openCharges")}
          </Link>
        )}
      </div>
    </div>
  );
}

function Plan({ plan, done }: { plan: BilledCycle; done: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <>
      <Section title={t(done ? "charged" : "willCharge", { client: plan.clientName })} actions={<span className="flex flex-wrap justify-end gap-x-4">{plan.totals.map((sum) => <MoneyText key={sum.currency} money={sum} className="font-semibold" />)}</span>}>
        {plan.records.length === 0 ? (
          <p className="text-table text-muted">{t("nothingToCharge")}</p>
        ) : (
          <ul aria-label={t(done ? "charged" : "willCharge", { client: plan.clientName })} className="border-t border-line text-table">
            {plan.records.map((record) => (
              <li key={record.recordId} className="flex items-center justify-between gap-4 border-b border-line py-2">
                <span className="min-w-0">
                  <span className="block break-words">{record.facilityName}</span>
                  <span className="tabular block text-xs text-muted">{t("period", { from: formats.day(record.period.from), through: formats.day(record.period.through) })}</span>
                </span>
                {record.takenBack ? <span className="text-warn">{t("takenBack")}</span> : <MoneyText money={record.amount} />}
              </li>
            ))}
          </ul>
        )}
        {plan.unchanged > 0 && <p className="mt-2 text-table text-muted">{t("chargedBefore", { count: plan.unchanged })}</p>}
      </Section>
      {plan.leftOut.length > 0 && (
        <Section title={t("leftOut")}>
          <ul className="text-table">
            {plan.leftOut.map((record) => (
              <li key={record.recordId} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5">
                <span className="min-w-0 break-words">{record.facilityName}</span>
                <span className="text-muted">{leftOutText(t, record)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const reasons = ["not-billed", "charge-withdrawn", "wrong-currency"] as const;
/** Why a record is not charged, in the person's language; in the server's words where the code is new. */
function leftOutText(t: ReturnType<typeof useText<(typeof messages)["en"]>>, { code, reason }: BilledCycle["leftOut"][number]): string {
  const known = reasons.find((one) => one === code);
  return known ? t(`left_${known}`) : reason;
}
