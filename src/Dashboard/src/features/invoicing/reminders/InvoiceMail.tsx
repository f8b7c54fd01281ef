import { Suspense, useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { InvoiceMail as InvoiceMailPage } from "@/api/types";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, toast } from "@/ui";
import { useLanguageName } from "../parts/languages";
import { messages } from "./messages";
import { invoiceMailQuery, writeInvoiceMail } from "./queries";

const TextSheet = late(() => import("./TextSheet").then((part) => ({ default: part.TextSheet })));

/** What the mail with an invoice says. */
export function InvoiceMail({ mail }: { mail: InvoiceMailPage }) {
  const t = useText(messages);
  const languageName = useLanguageName();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const save = useMutation({
    mutationFn: (texts: Parameters<typeof writeInvoiceMail>[1]) => writeInvoiceMail(mail, texts),
    onSuccess: (next) => {
      queries.setQueryData(invoiceMailQuery.queryKey, next);
      toast.done(t("saved"));
      setOpen(false);
    },
  });
  const own = mail.texts.filter((text) => text.own).map((text) => languageName(text.language));
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-table text-muted">{own.length > 0 ? t("ownIn", { languages: own.join(", ") }) : t("usualText")}</p>
      <Button onClick={() => setOpen(true)}>{t("editInvoiceMail")}</Button>
      <Suspense fallback={null}>
        {open && <TextSheet title={t("invoiceMail")} kind="invoice" step={0} texts={mail.texts} placeholders={mail.placeholders} busy={save.isPending} error={save.error} action={t("save")} onClose={() => setOpen(false)} onDone={(texts) => save.mutate(texts)} />}
      </Suspense>
    </div>
  );
}
