import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import type { Invoice } from "@/api/types";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Button, CopyButton, DatePicker, Dialog, ErrorText, Field, Input } from "@/ui";
import { messages } from "./messages";
import { makeLink } from "./queries";

/** Makes a client link, and shows it once. */
export function LinkDialog({ invoice, onClose, onMade }: { invoice: Invoice; onClose: () => void; onMade: () => void }) {
  const t = useText(messages);
  const [until, setUntil] = useState<Day | null>(null);
  const [bad, setBad] = useState<string | null>(null);
  const make = useMutation({ mutationFn: () => makeLink(invoice.id, until), onSuccess: onMade });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("linkTitle", { number: invoice.number ?? "" })}
      description={t("linkHelp")}
      actions={
        make.data ? (
          <>
            <Button onClick={onClose}>{t("close")}</Button>
            <CopyButton tone="primary" text={make.data.url} label={t("copy")} autoFocus />
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button tone="primary" busy={make.isPending} onClick={() => bad === null && make.mutate()}>
              {t("makeLink")}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {make.data ? (
          <Field label={t("address")}>
            <Input readOnly value={make.data.url} onFocus={(event) => event.target.select()} className="font-mono text-xs" />
          </Field>
        ) : (
          <Field label={t("lastDay")} hint={t("lastDayHint")} error={bad ?? undefined}>
            <DatePicker value={until} onChange={setUntil} onProblem={setBad} label={t("lastDay")} />
          </Field>
        )}
        <ErrorText error={make.error} />
      </div>
    </Dialog>
  );
}
