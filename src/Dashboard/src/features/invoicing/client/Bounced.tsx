import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { MailWarning } from "lucide-react";
import { useMay } from "@/api/may";
import { clientQuery, keys } from "@/api/queries";
import type { Client } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, toast } from "@/ui";
import { confirmReader } from "../clients/queries";
import { messages } from "./messages";

/** The client's addresses from which mails came back, why, and what to do about each; nothing where there are none. */
export function Bounced({ client }: { client: Client }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const bill = useMay("invoicing.bill") && client.standing === "active";
  const confirm = useMutation({
    mutationFn: (email: string) => confirmReader(client, email),
    onSuccess: (after, email) => {
      queries.setQueryData(clientQuery(client.id).queryKey, after);
      toast.done(t("confirmed", { reader: email }));
    },
    onError: (failed) => toast.error(failed),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.clients] }),
  });
  if (client.bounced.length === 0) return null;
  return (
    <section aria-label={t("bounced")} className="rounded-card border border-line bg-bad-soft p-4 text-table">
      <h2 className="mb-2 flex items-center gap-2 font-semibold text-bad">
        <MailWarning aria-hidden className="size-4 shrink-0" />
        {t("bounced")}
      </h2>
      <ul className="flex flex-col gap-3">
        {client.bounced.map((one) => (
          <li key={one.reader} className="flex flex-col gap-1">
            <span className="font-medium wrap-anywhere">{one.reader}</span>
            <span className="wrap-anywhere">
              {t("cameBack", { day: formats.day(one.on) })}
              {one.reason && ` ${one.reason}`}
            </span>
            <span className="flex flex-wrap items-center gap-2">
              {bill && (
                <Link to="/clients" search={{ client: client.id }} aria-label={t("correctOf", { reader: one.reader })} className={buttonClass("secondary", "sm")}>
                  {t("correct")}
                </Link>
              )}
              {bill && (
                <Button size="sm" tone="ghost" busy={confirm.isPending && confirm.variables === one.reader} aria-label={t("isRightOf", { reader: one.reader })} onClick={() => confirm.mutate(one.reader)}>
                  {t("isRight")}
                </Button>
              )}
              {one.invoiceId && (
                <Link to="/invoices/$id" params={{ id: one.invoiceId }} className="text-accent-ink underline">
                  {t("bouncedInvoice")}
                </Link>
              )}
              {one.quoteId && (
                <Link to="/quotes/$id" params={{ id: one.quoteId }} className="text-accent-ink underline">
                  {t("bouncedQuote")}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3">{t("bouncedHelp")}</p>
    </section>
  );
}
