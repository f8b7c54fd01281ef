import { useMemo, useState, type ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Charge } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, ErrorText, InstantText, Loading, MoneyText, Section, Sheet, Skeleton, toast } from "@/ui";
import { RawData } from "@/ui/RawData";
import { History } from "@/ui/history/History";
import { invoiceQuery } from "../invoices/queries";
import { ReasonDialog } from "../invoices/ReasonDialog";
import { ChargePill } from "./ChargePill";
import { chargeWords, toldOf } from "./history";
import { messages } from "./messages";
import { chargeHistoryQuery, chargeQuery, withdrawCharge } from "./queries";
import { SourceLink } from "./SourceLink";
import { sourceText } from "./words";

export interface ChargeSheetProps {
  id: string;
  /** The version looked at; absent: as it is. */
  at: number | undefined;
  onAt: (version: number | undefined) => void;
  onClose: () => void;
}

/** One charge: what it is for, where it came from and went, what happened to it. */
export function ChargeSheet({ id, at, onAt, onClose }: ChargeSheetProps) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const charge = useQuery(chargeQuery(id));
  const history = useQuery(chargeHistoryQuery(id));
  const past = useQuery({ ...chargeHistoryQuery(id, at), enabled: at !== undefined });
  const words = useMemo(() => chargeWords(t, formats), [t, formats]);
  const entries = useMemo(() => history.data && toldOf(history.data.items), [history.data]);
  const [asking, setAsking] = useState(false);
  const one = charge.data;
  const shown = at === undefined ? one : (past.data?.then ?? one);
  const mayWithdraw = useMay("invoicing.bill") && at === undefined && one && one.corrects === null && (one.state === "open" || (one.state === "invoiced" && one.corrected === null));
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={t("charge")}
      description={one?.clientName}
      actions={
        mayWithdraw && (
          <Button tone="danger" icon={<Undo2 aria-hidden className="size-4" />} onClick={() => setAsking(true)}>
            {t("withdraw")}
          </Button>
        )
      }
    >
      {charge.error ? (
        <ErrorText error={charge.error} onRetry={() => void charge.refetch()} />
      ) : !shown ? (
        <Loading className="flex flex-col gap-4">
          <Skeleton className="h-10 w-40" />
          <Skeleton className="h-32 w-full" />
        </Loading>
      ) : (
        <div className="flex flex-col gap-6">
          <Band charge={shown} />
          {at !== undefined && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("asOf")}</p>}
          <ErrorText error={past.error} />
          <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_minmax(0,15rem)]">
            <div className="flex min-w-0 flex-col gap-6">
              <Trace charge={shown} />
              <Details charge={shown} />
            </div>
            <History entries={entries} error={history.error} at={at} onAt={onAt} words={words} />
          </div>
          <RawData of={shown} />
        </div>
      )}
      {asking && one && (
        <ReasonDialog
          title={t("withdrawTitle")}
          help={t(one.state === "invoiced" ? "withdrawInvoicedHelp" : "withdrawHelp")}
          action={t("withdrawAction")}
          hint={t("reasonStays")}
          run={async (reason) => {
            const after = await withdrawCharge(one, reason);
            toast.done(after.corrected ? t("madeUp", { amount: formats.money(after.corrected) }) : t("withdrawn"));
          }}
          onDone={() => {
            setAsking(false);
            void queries.invalidateQueries({ queryKey: [keys.charges] });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Sheet>
  );
}

function Band({ charge }: { charge: Charge }) {
  const t = useText(messages);
  const { locale } = useFormats();
  return (
    <div className="border-b border-line pb-4">
      <p className="mb-1 font-medium break-words">{charge.description}</p>
      <p className="flex flex-wrap items-center gap-x-2 text-table text-muted">
        <span className="tabular">{t("times", { quantity: showDecimal(charge.quantity, locale, 0), price: showDecimal(charge.unitPrice, locale, 2) })}</span> <ChargePill charge={charge} />
      </p>
      <MoneyText money={charge.amount} large />
    </div>
  );
}

/** From the fact to the invoice. */
function Trace({ charge }: { charge: Charge }) {
  const t = useText(messages);
  const number = useQuery({ ...invoiceQuery(charge.invoiceId ?? ""), enabled: charge.invoiceId !== null }).data?.number;
  return (
    <Section title={t("trace")}>
      <Facts>
        <Fact name={t("source")}>
          {sourceText(t, charge)} <SourceLink charge={charge} />
        </Fact>
        {charge.corrects && (
          <Fact name={t("corrects")}>
            <Link to="/charges" search={{ charge: charge.corrects }} className="text-accent-ink underline">
              {t("correctedCharge")}
            </Link>
          </Fact>
        )}
        {charge.state !== "withdrawn" && (
          <Fact name={t("standsOn")}>
            {charge.invoiceId ? (
              <Link to="/invoices/$id" params={{ id: charge.invoiceId }} className="tabular text-accent-ink underline">
                {number ?? t("draft")}
              </Link>
            ) : (
              t("noInvoice")
            )}
          </Fact>
        )}
        {charge.corrected && (
          <Fact name={t("corrected")}>
            <MoneyText money={charge.corrected} />
          </Fact>
        )}
        {charge.withdrawnBecause !== null && <Fact name={t("because")}>{charge.withdrawnBecause || t("withFact")}</Fact>}
      </Facts>
    </Section>
  );
}

function Details({ charge }: { charge: Charge }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section title={t("details")}>
      <Facts>
        <Fact name={t("client")}>
          <Link to="/clients/$id" params={{ id: charge.clientId }} className="text-accent-ink underline">
            {charge.clientName}
          </Link>
        </Fact>
        {charge.period && <Fact name={t("period")}>{`${formats.day(charge.period.from)} – ${formats.day(charge.period.through)}`}</Fact>}
        <Fact name={t("availableFrom")}>{formats.day(charge.availableFrom)}</Fact>
        <Fact name={t("taxCategory")}>{charge.taxCategory ?? t("noCategory")}</Fact>
        {charge.group && <Fact name={t("group")}>{charge.group}</Fact>}
        {charge.source.module === "manual" && !given.test(charge.source.fact) && <Fact name={t("reference")}>{charge.source.fact}</Fact>}
        <Fact name={t("postedAt")}>
          <InstantText at={charge.postedAt} />
        </Fact>
      </Facts>
    </Section>
  );
}

/** A reference that nobody wrote: the server gave one. */
const given = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const Facts = ({ children }: { children: ReactNode }) => <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-table">{children}</dl>;

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="tabular min-w-0 text-right wrap-anywhere">{children}</dd>
  </>
);
