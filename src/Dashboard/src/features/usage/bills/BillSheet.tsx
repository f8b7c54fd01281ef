import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, ErrorText, InstantText, Loading, Sheet, Skeleton } from "@/ui";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { billEventsQuery, billQuery } from "./queries";

/** The bill of a period: its lines, and each down to its events. */
export function BillSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const bill = useQuery(billQuery(id));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Sheet open onClose={onClose} wide title={bill.data ? t("days", { from: formats.day(bill.data.covered.from), through: formats.day(bill.data.covered.through) }) : t("billed")} {...(bill.data ? { description: `${bill.data.plan} · ${bill.data.subject}` } : {})}>
      <ErrorText error={bill.error} onRetry={() => void bill.refetch()} />
      {bill.data ? (
        <Lines
          label={t("lines")}
          lines={bill.data.lines.filter((line) => line.kind === "charge" || !/^-?0(\.0*)?$/.test(line.whole.amount))}
          amountOf={(line) => line.whole}
          more={(line) =>
            line.quantity && (
              <>
                <Button size="sm" aria-expanded={open === line.key} onClick={() => setOpen(open === line.key ? null : line.key)}>
                  {t("events")}
                </Button>
                {open === line.key && <Events bill={id} line={line.key} />}
              </>
            )
          }
        />
      ) : (
        !bill.error && (
          <Loading>
            <Skeleton className="h-24 w-full" />
          </Loading>
        )
      )}
    </Sheet>
  );
}

function Events({ bill, line }: { bill: string; line: string }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const events = useQuery(billEventsQuery(bill, line));
  return (
    <>
      <ErrorText error={events.error} onRetry={() => void events.refetch()} />
      <ul aria-label={t("events")} className="mt-2">
        {events.data?.items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-1">
            <InstantText at={one.at} />
            <span className="min-w-0 font-mono text-xs text-muted wrap-anywhere">{one.id}</span>
            <span className="tabular">{showDecimal(one.value, locale, 0)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
