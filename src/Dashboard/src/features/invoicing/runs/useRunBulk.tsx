import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Check, RotateCcw, Trash2 } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { BillingRunRow, RunFilter } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Confirm } from "@/ui";
import type { BulkWriting, Change } from "@/ui/table";
import { everyPage, oneByOne, useQuestion } from "../parts/bulk";
import { useExportChosen } from "../parts/useExportChosen";
import { messages } from "./messages";
import { approveRun, discardRun, isWorking, readRuns, retryRun } from "./queries";

const approving: Change = { act: "approve" };
const retrying: Change = { act: "retry" };
const discarding: Change = { act: "discard" };

const isDiscardable = ({ state, counts }: BillingRunRow) => !isWorking(state) && counts.drafted + counts.parked > 0;

/** What can be done with many runs: their drafts are issued, what they parked is tried again, what is left of them is discarded; they are exported. What cannot be taken back is asked about. */
export function useRunBulk(filter: RunFilter) {
  const t = useText(messages);
  const queries = useQueryClient();
  const bill = useMay("invoicing.bill");
  const exports = useExportChosen<BillingRunRow>("/api/billing-runs");
  const { open, ask, settle } = useQuestion<"approve" | "discard", true>();
  const bulk = useMemo(
    (): BulkWriting<BillingRunRow> => ({
      lasting: true,
      save: (changes) =>
        oneByOne(changes, async (row, change) => {
          await (change === approving ? approveRun(row, []) : change === retrying ? retryRun(row) : discardRun(row));
          return row;
        }),
      onDone: () => void Promise.all([keys.billingRuns, keys.invoices].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
      all: (signal) => everyPage((cursor) => readRuns(filter, cursor, signal)),
      actions: [
        ...(bill
          ? [
              { id: "approve", label: t("issueDrafts"), icon: <Check aria-hidden className="size-4" />, ask: async (count: number) => ((await ask("approve", count)) ? (row: BillingRunRow) => (row.state === "toApprove" ? approving : null) : null) },
              { id: "retry", label: t("retry"), icon: <RotateCcw aria-hidden className="size-4" />, change: (row: BillingRunRow) => (!isWorking(row.state) && row.counts.parked > 0 ? retrying : null) },
              { id: "discard", label: t("discard"), icon: <Trash2 aria-hidden className="size-4" />, danger: true, ask: async (count: number) => ((await ask("discard", count)) ? (row: BillingRunRow) => (isDiscardable(row) ? discarding : null) : null) },
            ]
          : []),
        ...exports,
      ],
    }),
    [filter, bill, exports, queries, ask, t],
  );
  const discard = open?.kind === "discard";
  const dialog = (
    <Confirm
      open={open !== null}
      onClose={() => settle(null)}
      title={t(discard ? "discardManyTitle" : "approveManyTitle", { count: open?.count ?? 0 })}
      description={t(discard ? "discardManyHelp" : "approveManyHelp")}
      action={t(discard ? "discard" : "issueDrafts")}
      danger={discard}
      onConfirm={() => settle(true)}
    />
  );
  return { bulk, dialog };
}
