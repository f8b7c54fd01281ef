import { useState } from "react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { UsageBill } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, Field, Input, MoneyText, Section, toast } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { messages } from "./messages";
import { acceptLate, billsQuery, refuseLate } from "./queries";

/** Late usage of billed periods that waits for somebody; nothing is shown where nothing waits. */
export function Waiting({ may }: { may: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const bills = useInfiniteQuery(billsQuery(true));
  const [refusing, setRefusing] = useState<UsageBill | null>(null);
  const [reason, setReason] = useState("");
  const done = async (text: string) => {
    setRefusing(null);
    setReason("");
    toast.done(text);
    await queries.invalidateQueries({ queryKey: [keys.usageBills] });
  };
  const accept = useMutation({ mutationFn: acceptLate, onSuccess: () => done(t("accepted")) });
  const refuse = useMutation({ mutationFn: (bill: UsageBill) => refuseLate(bill, reason), onSuccess: () => done(t("refused")) });
  const items = bills.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useClientNames(items.map((one) => one.clientId));
  const nameOf = (bill: UsageBill) => names(bill.clientId, bill.subject);
  if (items.length === 0) return null;
  return (
    <Section title={t("waits")}>
      <p className="mb-2 text-table text-muted">{t("waitsHelp")}</p>
      <ErrorText error={accept.error} />
      <ul aria-label={t("waits")}>
        {items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
            <span className="font-medium wrap-anywhere">{nameOf(one)}</span>
            <span className="text-table text-muted">
              {one.plan} · {t("days", { from: formats.day(one.period.from), through: formats.day(one.period.through) })}
            </span>
            <MoneyText money={one.held} className="ml-auto" />
            {may && (
              <>
                <Button size="sm" aria-label={t("acceptOf", { client: nameOf(one) })} busy={accept.isPending} onClick={() => accept.mutate(one)}>
                  {t("accept")}
                </Button>
                <Button size="sm" aria-label={t("refuseOf", { client: nameOf(one) })} onClick={() => setRefusing(one)}>
                  {t("refuse")}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <Confirm open={refusing !== null} onClose={() => setRefusing(null)} title={t("refuseTitle")} action={t("refuse")} danger busy={refuse.isPending} onConfirm={() => refusing && refuse.mutate(refusing)}>
        <Field label={t("reason")}>
          <Input value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <ErrorText error={refuse.error} />
      </Confirm>
    </Section>
  );
}
