import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { Confirm, toast } from "@/ui";
import { messages } from "./messages";
import { forgetUser } from "./queries";

/** Asks before the address of somebody whom a provider tells of is gone for good. */
export function Forget({ address, onClose }: { address: string; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const forget = useMutation({
    mutationFn: () => forgetUser(address),
    onSuccess: () => toast.done(t("forgotten")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.aiUsage] });
    },
  });
  return <Confirm open onClose={onClose} title={t("forgetTitle", { address })} description={t("forgetHelp")} action={t("forget")} danger busy={forget.isPending} onConfirm={() => forget.mutate()} />;
}
