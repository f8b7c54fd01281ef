import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button, toast } from "@/ui";
import { messages } from "./cellMessages";

/** Saves the lines of a file that cannot be taken, with the reason, to be mended. */
export function SaveRejected({ save }: { save: () => Promise<void> }) {
  const t = useText(messages);
  const saving = useMutation({ mutationFn: save, onError: (failed) => toast.error(failed) });
  return (
    <Button size="sm" busy={saving.isPending} icon={<Download aria-hidden className="size-4" />} onClick={() => saving.mutate()}>
      {t("saveRejected")}
    </Button>
  );
}
