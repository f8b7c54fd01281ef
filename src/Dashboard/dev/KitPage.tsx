import { useMemo, useState } from "react";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, History, ReceiptText, Trash2 } from "lucide-react";
import { api, ask, ifMatch } from "../src/api/client";
import { recordsQuery, statusSetsQuery } from "../src/api/queries";
import { patchRow, refreshTotals } from "../src/api/records";
import type { BillingFilter, BillingInput, BillingRow, Totals } from "../src/api/types";
import { useFormats } from "../src/i18n/formats";
import { Button, Dot, Page, Sheet, StatePill, StatusPill, toast } from "../src/ui";
import { daysOf, DataTable, moreOf, sortParam, useTableView, type Change, type Column } from "../src/ui/table";

const rowKey = (row: BillingRow) => `${row.facilityId} ${row.from}`;
const bodyOf = (row: BillingRow, change: Change): BillingInput => ({ ...(row.id ? { id: row.id } : { facilityId: row.facilityId, from: row.from, through: row.through }), ...(change as Partial<BillingInput>) });

/** The table kit with everything it can do, over the fake's billing records. */
export function KitPage() {
  const queries = useQueryClient();
  const formats = useFormats();
  const sets = useQuery(statusSetsQuery).data?.items;
  const [open, setOpen] = useState<BillingRow | null>(null);
  const statuses = useMemo(() => (sets ?? []).flatMap((set) => set.statuses), [sets]);
  const columns = useMemo((): readonly Column<BillingRow, Totals>[] => {
    const options = statuses.map((one) => ({ value: one.id, label: one.name, mark: <Dot color={one.color} /> }));
    const status = (row: BillingRow) => statuses.find((one) => one.id === row.statusId);
    return [
      { id: "facility", header: "Facility", kind: "text", width: 210, pinned: true, sort: "facility", card: "title", value: (row) => row.facilityName },
      { id: "group", header: "Group", kind: "text", width: 160, sort: "group", card: "under", value: (row) => row.groupName, hidden: true },
      { id: "billingDate", header: "Billing date", kind: "date", width: 116, sort: "billingDate", value: (row) => row.billingDate, edit: { field: "billingDate", required: true } },
      { id: "from", header: "From", kind: "date", width: 108, sort: "from", card: "under", value: (row) => row.from, filter: {} },
      { id: "through", header: "Through", kind: "date", width: 108, sort: "through", card: "none", value: (row) => row.through },
      {
        id: "status", header: "Status", kind: "choice", width: 130, sort: "status", card: "side", value: (row) => row.statusId, filter: { operators: ["is", "empty"], options }, edit: { field: "statusId", options, bulk: true },
        render: (row) => { const one = status(row); return one ? <StatusPill name={one.name} color={one.color} /> : null; },
      },
      { id: "billed", header: "Billed", kind: "money", width: 130, sort: "billed", value: (row) => row.billed, filter: { operators: ["between", "atLeast", "atMost"] }, edit: { field: "billed", currency: (row) => row.currency, bulk: true }, total: (sum) => sum.billed },
      { id: "paid", header: "Paid", kind: "money", width: 130, sort: "paid", value: (row) => row.paid, edit: { field: "paid", currency: (row) => row.currency }, total: (sum) => sum.paid },
      { id: "outstanding", header: "Outstanding", kind: "money", width: 130, sort: "outstanding", value: (row) => row.outstanding, total: (sum) => sum.outstanding },
      { id: "state", header: "State", kind: "text", width: 120, value: (row) => row.state, card: "none", render: (row) => <StatePill state={row.state} partlyPaid={row.partlyPaid} /> },
      { id: "paidOn", header: "Date paid", kind: "date", width: 116, sort: "paidOn", card: "none", value: (row) => row.paidOn, edit: { field: "paidOn", bulk: true } },
      { id: "note", header: "Note", kind: "text", width: 220, card: "none", value: (row) => row.note, edit: { field: "note" } },
    ];
  }, [statuses]);
  const view = useTableView(columns.map((column) => column.id));
  const filter = useMemo((): BillingFilter => {
    const { search, conditions, sort } = view.view;
    const out: BillingFilter = { ...(search ? { search } : {}) };
    for (const one of conditions) {
      if (one.column === "status") out.statusId = one.op === "empty" ? ["none"] : [...one.values];
      if (one.column === "from") Object.assign(out, { from: "1900-01-01", through: "2999-12-31" }, daysOf(one, formats.today));
      if (one.column === "billed") Object.assign(out, one.op === "atMost" ? { maxAmount: one.values[0] } : { minAmount: one.values[0], ...(one.op === "between" ? { maxAmount: one.values[1] } : {}) });
    }
    const order = sortParam(sort, columns);
    return order ? { ...out, sort: order } : out;
  }, [view.view, columns, formats.today]);
  const records = useInfiniteQuery(recordsQuery(filter));
  const rows = useMemo(() => records.data?.pages.flatMap((page) => page.items), [records.data]);
  const first = records.data?.pages[0];

  return (
    <Page title="Billing" fill actions={<Button tone="primary">New record</Button>}>
      <DataTable<BillingRow, Totals>
        id="kit"
        label="Billing records"
        {...{ columns, view, rows }}
        rowId={rowKey}
        count={first?.count ?? undefined}
        totals={first?.totals ?? undefined}
        totalTitle={(sum) => `Total ${sum.currency} · ${formats.number(sum.records)} records`}
        more={moreOf(records)}
        error={records.error}
        onRetry={() => void records.refetch()}
        searchLabel="Search facilities and notes"
        empty={{ icon: <ReceiptText />, title: "No billing records yet", text: "Records appear here once you bill a facility or import your spreadsheet." }}
        onOpen={setOpen}
        rowMenu={(row) => [{ id: "history", label: "History", icon: <History />, onSelect: () => setOpen(row) }, null, { id: "delete", label: "Delete", icon: <Trash2 />, danger: true, onSelect: () => toast.info("Not here") }]}
        exportUrl={(format) => `/api/billing-records/export?format=${format}`}
        editing={{
          version: (row) => row.version,
          save: async (row, change) => ask(api.POST("/api/billing-records", { body: bodyOf(row, change), ...(row.id ? { headers: ifMatch(row.version) } : {}) } as never)) as unknown as Promise<BillingRow>,
          onSaved: (row, before) => {
            patchRow(queries, row, before);
            void refreshTotals(queries);
          },
        }}
        bulk={{
          save: async (changes) => {
            const out = await ask(api.POST("/api/billing-records/bulk", { body: { items: changes.map(({ row, change }) => bodyOf(row, change)) } } as never)) as { items: ({ row: BillingRow } | { problem: { detail?: string } })[] };
            return out.items.map((one) => ("row" in one ? { row: one.row } : { problem: one.problem.detail ?? "" }));
          },
          onDone: () => void queries.invalidateQueries({ queryKey: ["billing-records"] }),
          all: async function* () {
            for (let cursor: string | null = ""; cursor !== null; ) {
              const page: { items: BillingRow[]; nextCursor: string | null } = await ask(api.GET("/api/billing-records", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } } }));
              yield page.items;
              cursor = page.nextCursor;
            }
          },
          actions: [{ id: "paid", label: "Mark paid", icon: <Check className="size-4" />, change: (row) => (row.billed ? { paid: row.billed, paidOn: formats.today } : null) }],
        }}
        cardActions={(row) => (row.state === "outstanding" || row.state === "overdue" ? <Button size="sm">Record payment</Button> : null)}
      />
      <Sheet open={open !== null} onClose={() => setOpen(null)} title={open?.facilityName ?? ""}>
        {JSON.stringify(open, null, 1)}
      </Sheet>
    </Page>
  );
}
