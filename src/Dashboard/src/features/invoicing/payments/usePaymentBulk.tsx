import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { FileCheck, Undo2 } from "lucide-react";
import { useMay } from "@/api/may";
import type { PaymentFilter, PaymentRow } from "@/api/types";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { lateOver } from "@/lib/late";
import { Confirm } from "@/ui";
import type { BulkWriting, Change } from "@/ui/table";
import { messages as invoiceMessages } from "../invoices/messages";
import { everyPage, oneByOne, useQuestion } from "../parts/bulk";
import { useExportChosen } from "../parts/useExportChosen";
import { messages } from "./messages";
import { applyCreditToOldest, readPayments, undoPayment } from "./queries";
import { refreshMoney } from "./refresh";

const ReasonDialog = lateOver(() => import("../invoices/ReasonDialog").then((part) => ({ default: part.ReasonDialog })));

const spending: Change = { act: "spend" };

/** What can be done with many payments: what of them became credit pays the oldest invoices; they are undone, for a reason; they are exported. The first two are asked about, since neither is taken back as a whole. */
export function usePaymentBulk(filter: PaymentFilter) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const queries = useQueryClient();
  const [take, correct] = [useMay("invoicing.payments"), useMay("invoicing.correct")];
  const exports = useExportChosen<PaymentRow>("/api/payments");
  const { open, ask, settle } = useQuestion<"spend" | "undo", string>();
  const bulk = useMemo((): BulkWriting<PaymentRow> => {
    const spend = async (row: PaymentRow) => {
      const { allocations } = await applyCreditToOldest(row.clientId, row.amount.currency);
      if (allocations.length === 0) throw new Error(t("nothingToPay", { client: row.clientName, currency: row.amount.currency }));
      return row;
    };
    return {
      lasting: true,
      save: (changes) =>
        oneByOne(changes, async (row, change) => {
          if (change === spending) return spend(row);
          await undoPayment(row.id, change["reason"] as string);
          return { ...row, undone: true };
        }),
      onDone: () => void refreshMoney(queries),
      all: (signal) => everyPage((cursor) => readPayments(filter, cursor, signal)),
      actions: [
        ...(take
          ? [
              {
                id: "spend", label: t("payOldest"), icon: <FileCheck aria-hidden className="size-4" />,
                ask: async (count: number) => {
                  if ((await ask("spend", count)) === null) return null;
                  const done = new Set<string>();
                  return (row: PaymentRow) => {
                    const account = `${row.clientId} ${row.amount.currency}`;
                    if (row.undone || isZero(row.credited.amount) || done.has(account)) return null;
                    done.add(account);
                    return spending;
                  };
                },
              },
            ]
          : []),
        ...(correct
          ? [
              {
                id: "undo", label: words("undoAction"), icon: <Undo2 aria-hidden className="size-4" />, danger: true,
                ask: async (count: number) => {
                  const reason = await ask("undo", count);
                  return reason === null ? null : (row: PaymentRow) => (row.undone || !isZero(row.refunded.amount) ? null : { reason });
                },
              },
            ]
          : []),
        ...exports,
      ],
    };
  }, [filter, take, correct, exports, queries, ask, t, words]);
  const dialog = (
    <>
      <Confirm open={open?.kind === "spend"} onClose={() => settle(null)} title={t("payOldestTitle", { count: open?.count ?? 0 })} description={t("payOldestHelp")} action={t("payOldestAction")} onConfirm={() => settle("")} />
      {open?.kind === "undo" && (
        <ReasonDialog title={t("undoManyTitle", { count: open.count })} help={t("undoManyHelp")} action={words("undoAction")} hint={t("reasonStays")} run={async (reason) => settle(reason)} onDone={() => {}} onClose={() => settle(null)} />
      )}
    </>
  );
  return { bulk, dialog };
}
