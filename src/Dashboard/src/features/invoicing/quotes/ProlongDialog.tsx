import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import type { Quote } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays, type Day } from "@/lib/dates";
import { Button, DatePicker, Dialog, ErrorText, Field } from "@/ui";
import { messages } from "./messages";
import { prolongQuote } from "./queries";

/** How long a quote holds unless somebody says otherwise. */
const DAYS = 30;

/** Until when a quote holds from now on. */
export function ProlongDialog({ quote, onDone, onClose }: { quote: Quote; onDone: (after: Quote) => void; onClose: () => void }) {
  const t = useText(messages);
  const { today } = useFormats();
  const [until, setUntil] = useState<Day | null>(addDays(today, DAYS));
  const act = useMutation({ mutationFn: (day: Day) => prolongQuote(quote, day), onSuccess: onDone });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("prolongTitle", { number: quote.number ?? "" })}
      description={t("prolongHelp")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" busy={act.isPending} disabled={until === null} onClick={() => until && act.mutate(until)}>
            {t("prolong")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("validUntil")}>
          <DatePicker value={until} onChange={setUntil} label={t("validUntil")} />
        </Field>
        <ErrorText error={act.error} />
      </div>
    </Dialog>
  );
}
