import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileText, Layers, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, ErrorText, Loading, MoneyText, Section, Skeleton } from "@/ui";
import { messages as chargeMessages } from "../charge/messages";
import { SourceLink } from "../charge/SourceLink";
import { messages as creditNoteMessages } from "../creditNotes/messages";
import { openChargesQuery } from "../editor/queries";
import { messages as invoiceMessages } from "../invoices/messages";
import { StatePill } from "../invoices/StatePill";
import { messages as paymentMessages } from "../payments/messages";
import { PaymentPill } from "../payments/useColumns";
import { Cell, Row, Rows } from "../runs/Rows";
import { messages } from "./messages";
import { latestCreditNotesQuery, latestInvoicesQuery, latestPaymentsQuery } from "./queries";

const link = "tabular font-medium text-accent-ink underline";

export function LatestInvoices({ id }: { id: string }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const { data, error, refetch } = useQuery(latestInvoicesQuery(id));
  return (
    <Block title={words("invoices")} data={data} error={error} onRetry={() => void refetch()} none={t("noInvoices")} all={data && data.items.length > 0 && <Link to="/invoices" search={{ of: id }} className="text-table text-accent-ink underline">{t("allInvoices")}</Link>}>
      <Rows label={words("invoices")} heads={[{ id: "number", text: words("number") }, { id: "issued", text: words("issueDate"), wide: true }, { id: "due", text: words("dueDate"), wide: true }, { id: "state", text: words("state") }, { id: "total", text: words("total"), end: true, wide: true }, { id: "outstanding", text: words("outstanding"), end: true }]}>
        {data?.items.map((row) => (
          <Row key={row.id}>
            <Cell>
              <Link to="/invoices/$id" params={{ id: row.id }} className={link}>
                {row.number ?? words("draft")}
              </Link>
            </Cell>
            <Cell wide>{row.issueDate && <span className="tabular">{formats.day(row.issueDate)}</span>}</Cell>
            <Cell wide>{row.dueDate && <span className="tabular">{formats.day(row.dueDate)}</span>}</Cell>
            <Cell>
              <StatePill invoice={row} />
            </Cell>
            <Cell end wide>
              <MoneyText money={row.total} />
            </Cell>
            <Cell end>
              <MoneyText money={row.outstanding} />
            </Cell>
          </Row>
        ))}
      </Rows>
    </Block>
  );
}

/** What was charged and stands on no invoice yet, with the two ways to an invoice. `onNew`: charges for something by hand. */
export function OpenCharges({ id, onNew }: { id: string; onNew?: () => void }) {
  const t = useText(messages);
  const charges = useText(chargeMessages);
  const formats = useFormats();
  const bill = useMay("invoicing.bill");
  const { data, error, refetch } = useQuery(openChargesQuery(id));
  return (
    <Block
      title={t("openCharges")}
      data={data}
      error={error}
      onRetry={() => void refetch()}
      none={t("noCharges")}
      all={
        bill && data && (
          <span className="flex flex-wrap justify-end gap-2">
            {onNew && (
              <Button size="sm" icon={<Plus aria-hidden className="size-4" />} onClick={onNew}>
                {charges("newCharge")}
              </Button>
            )}
            {data.items.length > 0 && (
              <>
                <Link to="/billing-runs/new" search={{ client: id }} className={buttonClass("secondary", "sm")}>
                  <Layers aria-hidden className="size-4" />
                  {t("billingRun")}
                </Link>
                <Link to="/invoices/new" search={{ client: id }} className={buttonClass("secondary", "sm")}>
                  <FileText aria-hidden className="size-4" />
                  {t("newInvoice")}
                </Link>
              </>
            )}
          </span>
        )
      }
    >
      <Rows label={t("openCharges")} heads={[{ id: "what", text: t("charge") }, { id: "from", text: t("availableFrom"), wide: true }, { id: "amount", text: t("amount"), end: true }]}>
        {data?.items.map((charge) => (
          <Row key={charge.id}>
            <Cell>
              <Link to="/charges" search={{ of: id, charge: charge.id }} className="block break-words text-accent-ink underline">
                {charge.description}
              </Link>
              <span className="tabular block text-xs text-muted">
                {charge.period && `${formats.day(charge.period.from)} – ${formats.day(charge.period.through)}`} <SourceLink charge={charge} />
              </span>
            </Cell>
            <Cell wide>
              <span className="tabular">{formats.day(charge.availableFrom)}</span>
            </Cell>
            <Cell end>
              <MoneyText money={charge.amount} />
            </Cell>
          </Row>
        ))}
      </Rows>
    </Block>
  );
}

export function LatestPayments({ id }: { id: string }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const payments = useText(paymentMessages);
  const formats = useFormats();
  const { data, error, refetch } = useQuery(latestPaymentsQuery(id));
  return (
    <Block title={words("payments")} data={data} error={error} onRetry={() => void refetch()} none={t("noPayments")} all={data && data.items.length > 0 && <Link to="/payments" search={{ of: id }} className="text-table text-accent-ink underline">{t("allPayments")}</Link>}>
      <Rows label={words("payments")} heads={[{ id: "reference", text: words("reference") }, { id: "on", text: words("receivedOn"), wide: true }, { id: "method", text: words("method"), wide: true }, { id: "state", text: words("state") }, { id: "amount", text: words("amount"), end: true }]}>
        {data?.items.map((row) => (
          <Row key={row.id}>
            <Cell>
              <Link to="/payments" search={{ of: id, payment: row.id }} className={`${link} wrap-anywhere`}>
                {row.reference}
              </Link>
            </Cell>
            <Cell wide>
              <span className="tabular">{formats.day(row.receivedOn)}</span>
            </Cell>
            <Cell wide>{words(`method_${row.method}`)}</Cell>
            <Cell>
              <span className="sr-only">{payments("payment")} </span>
              <PaymentPill payment={row} />
            </Cell>
            <Cell end>
              <MoneyText money={row.amount} />
            </Cell>
          </Row>
        ))}
      </Rows>
    </Block>
  );
}

/** Nothing stands here as long as nothing was credited. */
export function LatestCreditNotes({ id }: { id: string }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const notes = useText(creditNoteMessages);
  const formats = useFormats();
  const { data, error, refetch } = useQuery(latestCreditNotesQuery(id));
  if (!error && !data?.items.length) return null;
  return (
    <Block title={notes("creditNotes")} data={data} error={error} onRetry={() => void refetch()} none="" all={<Link to="/credit-notes" search={{ of: id }} className="text-table text-accent-ink underline">{t("allCreditNotes")}</Link>}>
      <Rows label={notes("creditNotes")} heads={[{ id: "number", text: words("number") }, { id: "issued", text: words("issueDate"), wide: true }, { id: "invoice", text: notes("ofInvoice") }, { id: "total", text: words("total"), end: true }]}>
        {data?.items.map((row) => (
          <Row key={row.id}>
            <Cell>
              <Link to="/credit-notes/$id" params={{ id: row.id }} className={link}>
                {row.number}
              </Link>
            </Cell>
            <Cell wide>
              <span className="tabular">{formats.day(row.issueDate)}</span>
            </Cell>
            <Cell>
              <Link to="/invoices/$id" params={{ id: row.invoiceId }} className="tabular text-accent-ink underline">
                {row.invoiceNumber}
              </Link>
            </Cell>
            <Cell end>
              <MoneyText money={row.total} />
            </Cell>
          </Row>
        ))}
      </Rows>
    </Block>
  );
}

interface BlockProps {
  title: string;
  data: { items: readonly unknown[] } | undefined;
  error: unknown;
  onRetry: () => void;
  /** What stands here when there is nothing. */
  none: string;
  all?: ReactNode;
  children: ReactNode;
}

/** A titled list that loads, fails and may be empty. */
function Block({ title, data, error, onRetry, none, all, children }: BlockProps) {
  return (
    <Section title={title} actions={all}>
      {error ? (
        <ErrorText error={error} onRetry={onRetry} />
      ) : !data ? (
        <Loading>
          <Skeleton className="h-24 w-full" />
        </Loading>
      ) : data.items.length === 0 ? (
        <p className="text-table text-muted">{none}</p>
      ) : (
        children
      )}
    </Section>
  );
}
