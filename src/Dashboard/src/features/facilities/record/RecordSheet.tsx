import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { useMay } from "@/api/may";
import type { BillingRow } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Loading, MoneyText, Pill, Sheet, Skeleton, StatePill } from "@/ui";
import { RawData } from "@/ui/RawData";
import { History } from "./History";
import { messages } from "./messages";
import { historyQuery, rowQuery } from "./queries";
import { RecordForm } from "./RecordForm";
import { useRowActions } from "./useRowActions";
import { useStatuses, type Statuses } from "./useStatuses";
import { hintWords } from "./words";
import { WithdrawButton } from "./WithdrawButton";

export interface RecordSheetProps {
  /** The name of the row in the address. */
  name: string;
  /** The version looked at; absent: as it is. */
  at: number | undefined;
  onAt: (version: number | undefined) => void;
  /** The row got another name: it was saved for the first time, or its period was corrected. */
  onRenamed: (row: BillingRow) => void;
  onClose: () => void;
}

/** One billing record: its amounts, facts to change, history, and how it was at any time. */
export function RecordSheet({ name, at, onAt, onRenamed, onClose }: RecordSheetProps) {
  const t = useText(messages);
  const formats = useFormats();
  const statuses = useStatuses();
  const row = useQuery(rowQuery(name));
  const past = useQuery({ ...rowQuery(row.data?.id ?? "", at), enabled: at !== undefined && Boolean(row.data?.id) });
  const history = useQuery({ ...historyQuery(row.data?.id ?? ""), enabled: Boolean(row.data?.id) });
  const [dirty, setDirty] = useState(false);
  const shown = at === undefined ? row.data : past.data;

  return (
    <Sheet
      open
      wide
      onClose={onClose}
      dirty={dirty}
      title={row.data?.facilityName ?? t("record")}
      description={row.data && `${row.data.groupName} · ${t("period", { from: formats.day(row.data.from), through: formats.day(row.data.through) })}`}
    >
      {row.error ? (
        <ErrorText error={row.error} onRetry={() => void row.refetch()} />
      ) : !row.data ? (
        <Loading className="flex flex-col gap-4">
          <Skeleton className="h-10 w-48" />
          <Skeleton className="h-40 w-full" />
          <Skeleton className="h-40 w-full" />
        </Loading>
      ) : (
        <div className="flex flex-col gap-6">
          <Band row={shown ?? row.data} statuses={statuses} quiet={at !== undefined} />
          <ErrorText error={past.error} />
          <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_minmax(0,17rem)]">
            <RecordForm
              key={`${name} ${at ?? "now"} ${at === undefined ? "" : past.data?.version}`}
              row={shown ?? row.data}
              now={row.data}
              past={at !== undefined}
              statuses={statuses}
              onDirty={setDirty}
              onSaved={(saved) => {
                void history.refetch();
                onRenamed(saved);
              }}
            />
            <History row={row.data} entries={history.data?.items} error={history.error} at={at} onAt={onAt} statuses={statuses} />
          </div>
          {row.data.id !== null && (
            <RawData of={shown ?? row.data} />
          )}
        </div>
      )}
    </Sheet>
  );
}

/** The amount large, the state, and what one does most. */
function Band({ row, statuses, quiet }: { row: BillingRow; statuses: Statuses; quiet: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const actions = useRowActions(statuses);
  const bill = useMay("facilities.bill");
  const hint = hintWords(row, statuses, formats, t);
  const amount = (money: BillingRow["billed"]) => (money ? formats.money(money) : t("none"));
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3 border-b border-line pb-5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex items-center gap-2 text-table text-muted">
          {t("outstanding")}
          {row.withdrawn ? <Pill>{t("withdrawn")}</Pill> : <StatePill state={row.state} partlyPaid={row.partlyPaid} />}
        </p>
        <MoneyText money={row.outstanding} large />
        <p className="text-table text-muted">{row.id === null ? t("notSaved") : t("billedOf", { billed: amount(row.billed), paid: amount(row.paid) })}</p>
        {row.charge && row.charge.state !== "withdrawn" && <Charged charge={row.charge} />}
        {hint && <p className="mt-1 text-table font-medium text-warn">{hint}</p>}
        {row.withdrawn && <p className="mt-1 text-table">{t("withdrawnNote")}</p>}
      </div>
      {!quiet && bill && (
        <div className="flex flex-wrap gap-2">
          {!row.withdrawn && actions.settled(row) && (
            <Button tone="primary" icon={<CircleCheck aria-hidden className="size-4" />} onClick={() => void actions.payFull(row)}>
              {t("payFull")}
            </Button>
          )}
          {row.id !== null && <WithdrawButton row={row} actions={actions} />}
        </div>
      )}
    </div>
  );
}

/** What became of the record in Invoicing: its invoice, or that it waits for one. */
function Charged({ charge }: { charge: NonNullable<BillingRow["charge"]> }) {
  const t = useText(messages);
  const formats = useFormats();
  const see = useMay("invoicing.see");
  const text = t("charged", { amount: formats.money(charge.amount) });
  const link = "text-accent-ink underline";
  return (
    <p className="text-table text-muted">
      {text}
      {see && " · "}
      {see &&
        (charge.invoiceId ? (
          <Link to="/invoices/$id" params={{ id: charge.invoiceId }} className={link}>
            {charge.invoiceNumber ?? t("chargedDraft")}
          </Link>
        ) : (
          <Link to="/clients/$id" params={{ id: charge.clientId }} className={link}>
            {t("chargedOpen")}
          </Link>
        ))}
    </p>
  );
}
