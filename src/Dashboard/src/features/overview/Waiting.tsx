import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellRing, FilePenLine, Layers, ReceiptText, Repeat } from "lucide-react";
import { useMay } from "@/api/may";
import { useText } from "@/i18n/messages";
import { ErrorText } from "@/ui";
import { messages } from "./messages";
import { openChargesQuery, parkedRecurringQuery, runsToApproveQuery } from "./queries";

const icon = { "aria-hidden": true, className: "size-4 text-muted", strokeWidth: 1.75 } as const;
const look = "inline-flex min-h-8 items-center gap-2 rounded-full border border-line bg-surface px-3 text-table hover:bg-hover";

/** What waits for somebody who bills, each as the way to it; nothing where nothing waits. */
export function Waiting({ drafts, overdue }: { drafts: number; overdue: number }) {
  const t = useText(messages);
  const bill = useMay("invoicing.bill");
  const asked = [useQuery({ ...openChargesQuery, enabled: bill }), useQuery({ ...runsToApproveQuery, enabled: bill }), useQuery({ ...parkedRecurringQuery, enabled: bill })] as const;
  const [charges, runs, parked] = asked.map(({ data }) => data ?? 0) as [number, number, number];
  const unknown = asked.find(({ error }) => error);
  if (!bill) return null;
  // Nothing to do and nothing known are two things.
  if (unknown) return <ErrorText error={unknown.error} onRetry={() => void Promise.all(asked.map(({ refetch }) => refetch()))} />;
  const steps: (ReactNode | false)[] = [
    runs > 0 && (
      <Link to="/billing-runs" search={{ filter: "state.is.toApprove" }} className={look}>
        <Layers {...icon} />
        {t("runsToApprove", { count: runs })}
      </Link>
    ),
    charges > 0 && (
      <Link to="/billing-runs/new" className={look}>
        <ReceiptText {...icon} />
        {t("chargesToBill", { count: charges })}
      </Link>
    ),
    drafts > 0 && (
      <Link to="/invoices" search={{ list: "draft" }} className={look}>
        <FilePenLine {...icon} />
        {t("draftsToIssue", { count: drafts })}
      </Link>
    ),
    overdue > 0 && (
      <Link to="/invoices" search={{ list: "overdue" }} className={look}>
        <BellRing {...icon} />
        {t("overdueToChase", { count: overdue })}
      </Link>
    ),
    parked > 0 && (
      <Link to="/recurring-invoices" search={{ list: "parked" }} className={look}>
        <Repeat {...icon} />
        {t("parkedRecurring", { count: parked })}
      </Link>
    ),
  ];
  const shown = steps.filter((step) => step !== false);
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("nextSteps")} className="flex flex-wrap gap-2">
      {shown.map((step, at) => (
        <li key={at}>{step}</li>
      ))}
    </ul>
  );
}
