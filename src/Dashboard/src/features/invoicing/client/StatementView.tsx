import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileDown, Printer, ScrollText } from "lucide-react";
import { download } from "@/api/client";
import type { Client, Statement } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Button, DatePicker, EmptyState, ErrorText, Field, Loading, Menu, MoneyText, Skeleton, toast } from "@/ui";
import { Cell, Row, Rows } from "../runs/Rows";
import { messages } from "./messages";
import { statementQuery } from "./queries";

/** What was billed and what came in up to a day, one account a currency; printed or taken as a file. */
export function StatementView({ client, on, onDay }: { client: Client; on: Day | undefined; onDay: (on: Day | undefined) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const statement = useQuery(statementQuery(client.id, on));
  const day = on ?? formats.today;
  const take = (format: "csv" | "xlsx") => void download(`/api/clients/${client.id}/statement/export?at=${day}&format=${format}`, `statement-${day}.${format}`).catch(toast.error);
  return (
    <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6 print:max-w-none print:p-0">
      <div className="flex flex-wrap items-end gap-3 print:hidden">
        <Field label={t("upTo")} className="w-40">
          <DatePicker value={day} onChange={(next) => next && onDay(next === formats.today ? undefined : next)} label={t("upTo")} />
        </Field>
        <span className="ml-auto flex gap-2">
          <Button icon={<Printer aria-hidden className="size-4" />} onClick={() => window.print()}>
            {t("print")}
          </Button>
          <Menu
            align="end"
            items={[{ id: "csv", label: "CSV", onSelect: () => take("csv") }, { id: "xlsx", label: "XLSX", onSelect: () => take("xlsx") }]}
            trigger={<Button icon={<FileDown aria-hidden className="size-4" />}>{t("export")}</Button>}
          />
        </span>
      </div>
      {statement.error ? (
        <ErrorText error={statement.error} onRetry={() => void statement.refetch()} />
      ) : !statement.data ? (
        <Loading>
          <Skeleton className="h-64 w-full" />
        </Loading>
      ) : statement.data.accounts.length === 0 ? (
        <EmptyState icon={<ScrollText aria-hidden />} title={t("nothingYet")}>
          {t("nothingYetHelp")}
        </EmptyState>
      ) : (
        <>
          <h2 className="hidden text-lg font-semibold print:block">{t("statementOf", { name: client.name, day: formats.day(day) })}</h2>
          {statement.data.accounts.map((account) => (
            <Account key={account.currency} account={account} day={day} />
          ))}
        </>
      )}
    </div>
  );
}

function Account({ account, day }: { account: Statement["accounts"][number]; day: Day }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <section>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-sm font-semibold">{account.currency}</h2>
        <p className="text-table text-muted">
          {t("balanceOn", { day: formats.day(day) })} <MoneyText money={account.balance} className="ml-1 text-base font-semibold text-ink" />
        </p>
      </div>
      <Rows label={t("accountIn", { currency: account.currency })} heads={[{ id: "date", text: t("date") }, { id: "what", text: t("what") }, { id: "due", text: t("dueDate"), wide: true }, { id: "amount", text: t("amount"), end: true }, { id: "balance", text: t("balance"), end: true }]}>
        {account.lines.map((line) => (
          <Row key={`${line.kind} ${line.id}`}>
            <Cell>
              <span className="tabular whitespace-nowrap">{formats.day(line.date)}</span>
            </Cell>
            <Cell>
              <span className="block text-xs text-muted">{t(`kind_${line.kind}`)}</span>
              <LineLink line={line} />
            </Cell>
            <Cell wide>{line.dueDate && <span className="tabular">{formats.day(line.dueDate)}</span>}</Cell>
            <Cell end>
              <MoneyText money={line.amount} bare className="text-ink!" />
            </Cell>
            <Cell end>
              <MoneyText money={line.balance} bare className="font-medium" />
            </Cell>
          </Row>
        ))}
      </Rows>
    </section>
  );
}

function LineLink({ line }: { line: Statement["accounts"][number]["lines"][number] }) {
  const className = "tabular wrap-anywhere text-accent-ink underline print:no-underline";
  if (line.kind === "invoice") return <Link to="/invoices/$id" params={{ id: line.id }} className={className}>{line.reference}</Link>;
  if (line.kind === "creditNote") return <Link to="/credit-notes/$id" params={{ id: line.id }} className={className}>{line.reference}</Link>;
  return <Link to="/payments" search={{ payment: line.id }} className={className}>{line.reference}</Link>;
}
