import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Layers, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import type { BillingRunRow } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { buttonClass, MoneyText, Needs, Page, Pill, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { queryOf } from "../invoices/filter";
import { runFilter, runStates } from "./filter";
import { messages } from "./messages";
import { runsQuery } from "./queries";
import { useRunBulk } from "./useRunBulk";
import { runTones } from "./words";

const rowId = (row: BillingRunRow) => row.id;
/** What a run comes to in one currency: as issued, and until then as drafted. */
const comesTo = (sum: BillingRunRow["totals"][number]) => (sum.invoices > 0 ? sum.issued : sum.drafted);

/** The past billing runs, newest first, and the way to a new one. */
export function RunsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const bill = useMay("invoicing.bill");
  const columns = useMemo(
    (): readonly Column<BillingRunRow>[] => {
      const days = (row: BillingRunRow) => t("days", { from: formats.day(row.period.from), through: formats.day(row.period.through) });
      return [
        { id: "period", header: t("period"), kind: "date", width: 210, pinned: true, sort: "period", card: "title", value: (row) => row.period.from, text: (row) => days(row), render: (row) => <span className="tabular truncate">{days(row)}</span>, filter: { operators: ["is", "before", "after", "between"] } },
        { id: "state", header: t("state"), kind: "choice", width: 130, card: "side", value: (row) => row.state, text: (row) => t(`state_${row.state}`), render: (row) => <Pill tone={runTones[row.state]}>{t(`state_${row.state}`)}</Pill>, filter: { operators: ["is"], single: true, options: runStates.map((value) => ({ value, label: t(`state_${value}`) })) } },
        { id: "drafts", header: t("drafts"), kind: "number", width: 90, value: (row) => row.counts.drafted },
        { id: "invoices", header: t("invoices"), kind: "number", width: 100, value: (row) => row.counts.issued },
        { id: "parked", header: t("parked"), kind: "number", width: 110, value: (row) => row.counts.parked },
        { id: "leftOut", header: t("leftOut"), kind: "number", width: 110, value: (row) => row.counts.leftOut },
        {
          id: "total", header: t("total"), kind: "text", width: 220, value: (row) => row.totals.map((sum) => formats.money(comesTo(sum))).join(", "),
          render: (row) => <span className="flex gap-3">{row.totals.map((sum) => <MoneyText key={sum.currency} money={comesTo(sum)} />)}</span>,
        },
        { id: "startedAt", header: t("started"), kind: "text", width: 170, sort: "startedAt", card: "under", value: (row) => formats.instant(row.startedAt) },
        { id: "startedBy", header: t("startedBy"), kind: "text", width: 160, sort: "startedBy", value: (row) => row.startedBy },
      ];
    },
    [t, formats],
  );
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => runFilter(view.view, sortParam(view.view.sort, columns), formats.today), [view.view, columns, formats.today]);
  const rows = useInfiniteQuery({ ...runsQuery(filter), placeholderData: keepPreviousData, enabled: useMay("invoicing.see") });
  const { bulk, dialog } = useRunBulk(filter);
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const open = useCallback((row: BillingRunRow) => void navigate({ to: "/billing-runs/$id", params: { id: row.id } }), [navigate]);
  const begin = () => void navigate({ to: "/billing-runs/new" });
  useShortcut({ keys: "c", label: t("newRun"), group: t("runs"), enabled: bill, run: begin });
  useCommand({ id: "new-billing-run", label: t("newRun"), icon: <Layers aria-hidden />, words: "billing run abrechnungslauf create add", run: begin }, bill);
  const add = bill && (
    <Link to="/billing-runs/new" className={buttonClass("primary")}>
      <Plus aria-hidden className="size-4" />
      {t("newRun")}
    </Link>
  );
  return (
    <Needs permission="invoicing.see">
      <Page title={t("runs")} fill actions={add}>
        <DataTable<BillingRunRow>
          id="billing-runs"
          label={t("runs")}
          columns={columns}
          view={view}
          rows={items}
          rowId={rowId}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          empty={{ icon: <Layers aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: add }}
          searchLabel={t("search")}
          onOpen={open}
          bulk={bulk}
          exportUrl={(format) => `/api/billing-runs/export?format=${format}&${queryOf(filter)}`}
        />
        {dialog}
      </Page>
    </Needs>
  );
}
