import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { AiSeats } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays } from "@/lib/dates";
import { Button, DatePicker, Dialog, ErrorText, Field, toast } from "@/ui";
import { useToday } from "../parts/useToday";
import { messages } from "./messages";
import { giveUpSeats } from "./queries";

/** Asks from which day on seats are charged no more; for those that were given up, from which other day. */
export function GiveUp({ seats, onClose }: { seats: AiSeats; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const tomorrow = addDays(useToday(), 1);
  const [seen] = useState(seats);
  const again = seen.until !== null;
  const [day, setDay] = useState(seen.until ?? tomorrow);
  const [badDay, setBadDay] = useState<string | null>(null);
  const end = useMutation({
    mutationFn: () => giveUpSeats(seen, day),
    onSuccess: () => {
      toast.done(t("ended", { day: formats.day(day) }));
      for (const key of [keys.aiSeats, keys.aiUsage, keys.aiBudgets, keys.aiAccounts]) void queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(again ? "endAgainTitle" : "endTitle", { name: seen.name })}
      description={t("endHelp")}
      dirty={day !== (seen.until ?? tomorrow) && !end.isSuccess}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="danger" busy={end.isPending} disabled={badDay !== null} onClick={() => end.mutate()}>
            {t(again ? "save" : "end")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("endFrom")} {...(badDay ? { error: badDay } : {})}>
          <DatePicker value={day} onChange={(next) => setDay(next ?? tomorrow)} onProblem={setBadDay} label={t("endFrom")} />
        </Field>
        <ErrorText error={end.error} />
      </div>
    </Dialog>
  );
}
