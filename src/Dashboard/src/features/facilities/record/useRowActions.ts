import { useCallback, useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { BillingRow } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { toast, toastUndo } from "@/ui";
import { showRow } from "./cache";
import { messages } from "./messages";
import { refreshFigures, refreshRecords } from "./queries";
import { before, isSamePayment, paidInFull, restoreRow, saveRow, settledStatus, withdrawRow, type RowChange } from "./rows";
import type { Statuses } from "./useStatuses";

const noop = () => {};

/** What can be done with one row, each with its way back. */
export function useRowActions(statuses: Statuses) {
  const t = useText(messages);
  const queries = useQueryClient();
  const formats = useFormats();
  const { today } = formats;

  /** Saves a change and says so, with undo: a first save is withdrawn, a later one gets its old values back. */
  const save = useCallback(
    async (row: BillingRow, change: RowChange, told: string): Promise<BillingRow> => {
      const after = await saveRow(row, change);
      showRow(queries, after, row);
      refreshFigures(queries);
      void queries.invalidateQueries({ queryKey: [keys.records, "history"] });
      toastUndo({
        label: told,
        undo: async () => {
          if (row.id === null) {
            await withdrawRow(after);
            await refreshRecords(queries);
          } else {
            showRow(queries, await saveRow(after, before(row, change)), after);
            refreshFigures(queries);
          }
        },
      });
      return after;
    },
    [queries],
  );

  /** What "paid in full" would write; null where nothing is open. */
  const settled = useCallback((row: BillingRow) => paidInFull(row, today, settledStatus(statuses.setOf(row.groupId))), [statuses, today]);

  const payFull = useCallback(
    async (row: BillingRow): Promise<void> => {
      const change = settled(row);
      if (!change) return;
      const told = t("paidFull", { facility: row.facilityName });
      await save(row, change, told).catch((error: unknown) => {
        const theirs = isProblem(error) ? error.current<BillingRow>() : undefined;
        if (!theirs) return void toast.error(error);
        // Somebody's note does not touch the payment; another amount does, and is looked at first.
        if (isSamePayment(row, theirs)) return save(theirs, change, told).then(noop, toast.error);
        showRow(queries, theirs, row);
        const amount = (money: BillingRow["billed"]) => (money ? formats.money(money) : t("none"));
        toast.error(t("changedBefore", { facility: row.facilityName }), { detail: t("billedOf", { billed: amount(theirs.billed), paid: amount(theirs.paid) }) });
      });
    },
    [save, settled, queries, formats, t],
  );

  const restore = useCallback(
    async (row: BillingRow): Promise<void> => {
      const back = await restoreRow(row.id!);
      showRow(queries, back, row);
      await refreshRecords(queries);
    },
    [queries],
  );

  const withdraw = useCallback(
    async (row: BillingRow): Promise<void> => {
      await withdrawRow(row);
      await refreshRecords(queries);
      toastUndo({ label: t("withdrawnDone", { facility: row.facilityName }), undo: () => restore(row) });
    },
    [queries, restore, t],
  );

  return useMemo(() => ({ save, payFull, withdraw, restore, settled }), [save, payFull, withdraw, restore, settled]);
}
export type RowActions = ReturnType<typeof useRowActions>;
