import { useMemo, useState, type ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { HandCoins, Undo2 } from "lucide-react";
import { useMay } from "@/api/may";
import { clientQuery } from "@/api/queries";
import type { Payment } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { Button, ErrorText, Loading, MoneyText, Section, Sheet, Skeleton, toast } from "@/ui";
import { RawData } from "@/ui/RawData";
import { History } from "@/ui/history/History";
import { messages as invoiceMessages } from "../invoices/messages";
import { invoiceQuery } from "../invoices/queries";
import { ReasonDialog } from "../invoices/ReasonDialog";
import { paymentWords } from "./history";
import { messages } from "./messages";
import { paymentHistoryQuery, paymentQuery, undoPayment } from "./queries";
import { refreshMoney } from "./refresh";
import { RefundSheet } from "./RefundSheet";
import { PaymentPill } from "./useColumns";

export interface ReceivedSheetProps {
  id: string;
  /** The version looked at; absent: as it is. */
  at: number | undefined;
  onAt: (version: number | undefined) => void;
  onClose: () => void;
}

/** One payment: what it was used for, how it is undone or given back, and how it was at any time. */
export function ReceivedSheet({ id, at, onAt, onClose }: ReceivedSheetProps) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const queries = useQueryClient();
  const payment = useQuery(paymentQuery(id));
  const history = useQuery(paymentHistoryQuery(id));
  const past = useQuery({ ...paymentHistoryQuery(id, at), enabled: at !== undefined });
  const told = useMemo(() => paymentWords(t, words, formats), [t, words, formats]);
  const client = useQuery({ ...clientQuery(payment.data?.clientId ?? ""), enabled: payment.data !== undefined }).data;
  const [asking, setAsking] = useState<"undo" | "refund" | null>(null);
  const [take, correct] = [useMay("invoicing.payments"), useMay("invoicing.correct")];
  const one = payment.data;
  const now = at === undefined;
  const mayUndo = now && correct && one && !one.undone && isZero(one.refunded.amount);
  const mayRefund = now && take && one && !isZero(one.refundable.amount);
  if (one && asking === "refund") return <RefundSheet payments={[one]} onClose={() => setAsking(null)} />;
  return (
    <Sheet
      open
      onClose={onClose}
      title={one ? t("paymentOf", { reference: one.reference }) : t("payment")}
      description={client?.name}
      actions={
        (mayUndo || mayRefund) && (
          <>
            {mayUndo && (
              <Button tone="danger" icon={<Undo2 aria-hidden className="size-4" />} onClick={() => setAsking("undo")}>
                {words("undo")}
              </Button>
            )}
            {mayRefund && (
              <Button icon={<HandCoins aria-hidden className="size-4" />} onClick={() => setAsking("refund")}>
                {t("refund")}
              </Button>
            )}
          </>
        )
      }
    >
      {payment.error ? (
        <ErrorText error={payment.error} onRetry={() => void payment.refetch()} />
      ) : !one ? (
        <Loading className="flex flex-col gap-4">
          <Skeleton className="h-10 w-40" />
          <Skeleton className="h-32 w-full" />
        </Loading>
      ) : (
        <div className="flex flex-col gap-6">
          {!now && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("asOf")}</p>}
          <ErrorText error={past.error} />
          <Details payment={now ? one : (past.data?.then ?? one)} />
          <History entries={history.data?.items} error={history.error} at={at} onAt={onAt} words={told} />
          <RawData of={now ? one : (past.data?.then ?? one)} />
        </div>
      )}
      {asking === "undo" && one && (
        <ReasonDialog
          title={words("undoTitle", { reference: one.reference })}
          help={words("undoHelp")}
          action={words("undoAction")}
          hint={t("reasonStays")}
          run={(reason) => undoPayment(one.id, reason)}
          onDone={() => {
            toast.done(words("undone", { reference: one.reference }));
            setAsking(null);
            void refreshMoney(queries);
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Sheet>
  );
}

function Details({ payment }: { payment: Payment }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  return (
    <div className="flex flex-col gap-6">
      <div className="border-b border-line pb-4">
        <p className="flex items-center gap-2 text-table text-muted">
          {t("cameIn", { day: formats.day(payment.receivedOn) })} <PaymentPill payment={payment} />
        </p>
        <MoneyText money={payment.amount} large />
      </div>
      <Section title={t("usedFor")}>
        <ul className="text-table">
          {payment.allocations.map((one) => (
            <Allocated key={one.invoiceId} {...one} />
          ))}
          {!isZero(payment.credited.amount) && (
            <li className="flex items-center justify-between gap-4 border-b border-line py-1.5">
              <span>{words("credit")}</span>
              <MoneyText money={payment.credited} />
            </li>
          )}
          {!isZero(payment.refunded.amount) && (
            <li className="flex items-center justify-between gap-4 border-b border-line py-1.5">
              <span>{t("givenBack")}</span>
              <MoneyText money={payment.refunded} />
            </li>
          )}
        </ul>
        {payment.undone && <p className="text-table text-muted">{t("undoneNote")}</p>}
      </Section>
      <Section title={words("facts")}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-table">
          <Fact name={words("client")}>
            <Link to="/clients/$id" params={{ id: payment.clientId }} className="text-accent-ink underline">
              {t("toClient")}
            </Link>
          </Fact>
          <Fact name={words("reference")}>{payment.reference}</Fact>
          <Fact name={words("method")}>{words(`method_${payment.method}`)}</Fact>
          {payment.fee && (
            <Fact name={words("fee")}>
              <MoneyText money={payment.fee} />
            </Fact>
          )}
          {payment.note && <Fact name={words("note")}>{payment.note}</Fact>}
        </dl>
      </Section>
    </div>
  );
}

/** An invoice that the payment pays, by its number. */
function Allocated({ invoiceId, amount }: Payment["allocations"][number]) {
  const number = useQuery(invoiceQuery(invoiceId)).data?.number;
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line py-1.5">
      <Link to="/invoices/$id" params={{ id: invoiceId }} className="tabular truncate text-accent-ink underline">
        {number ?? "…"}
      </Link>
      <MoneyText money={amount} />
    </li>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 text-right wrap-anywhere whitespace-pre-line">{children}</dd>
  </>
);
