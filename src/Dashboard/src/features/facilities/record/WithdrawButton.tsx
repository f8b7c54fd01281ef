import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { Archive, ArchiveRestore } from "lucide-react";
import type { BillingRow } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, toast } from "@/ui";
import { messages } from "./messages";
import type { RowActions } from "./useRowActions";

/** Takes a record out of the grid, or brings it back. */
export function WithdrawButton({ row, actions }: { row: BillingRow; actions: RowActions }) {
  const t = useText(messages);
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({ mutationFn: () => actions.withdraw(row), onError: (error) => toast.error(error), onSettled: () => setAsking(false) });
  const restore = useMutation({ mutationFn: () => actions.restore(row), onSuccess: () => toast.done(t("restored", { facility: row.facilityName })), onError: (error) => toast.error(error) });
  if (row.withdrawn)
    return (
      <Button icon={<ArchiveRestore aria-hidden className="size-4" />} busy={restore.isPending} onClick={() => restore.mutate()}>
        {t("restore")}
      </Button>
    );
  return (
    <>
      <Button icon={<Archive aria-hidden className="size-4" />} onClick={() => setAsking(true)}>
        {t("withdraw")}
      </Button>
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("withdrawTitle")} description={t("withdrawHelp")} action={t("withdraw")} danger busy={withdraw.isPending} onConfirm={() => withdraw.mutate()} />
    </>
  );
}
