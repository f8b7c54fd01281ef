import { useCallback, useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { BillingRow } from "@/api/types";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { toast, toastUndo } from "@/ui";
import { showRow } from "./cache";
import { messages } from "./messages";
import { refreshFigures, refreshRecords } from "./queries";
import { before, paidInFull, restoreRow, saveRow, settledStatus, withdrawRow, type RowChange } from "./rows";
import type { Statuses } from "./useStatuses";

/** What can be done with one row, each with its way back. */
export function useRowActions(statuses: Statuses) {
  const t = useText(messages);
  const queries = useQueryClient();
  const { today } = useHouse();

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
      if (change) await save(row, change, t("paidFull", { facility: row.facilityName })).catch(toast.error);
    },
    [save, settled, t],
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
