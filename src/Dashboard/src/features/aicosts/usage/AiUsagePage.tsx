import { Suspense, useCallback, useMemo, useState } from "react";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ListFilter, PanelRight, Pencil, Plus, ReceiptText, Trash } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AiRecord } from "@/api/types";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Confirm, Needs, Page, Tabs, toast, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView } from "@/ui/table";
import { providersQuery } from "../accounts/queries";
import { useAccountNames } from "../accounts/useAccountNames";
import { useToday } from "../parts/useToday";
import { accountName, providerName, useColumns } from "./columns";
import { recordsFilter } from "./filter";
import { messages } from "./messages";
import { recordsQuery, strikeEntry } from "./queries";
import { RecordFiles } from "./RecordFiles";
import { recordViews, type RecordsSearch, type RecordView } from "./search";

const EntrySheet = late(() => import("./EntrySheet").then((part) => ({ default: part.EntrySheet })));
const RecordSheet = late(() => import("./RecordSheet").then((part) => ({ default: part.RecordSheet })));

const rowId = (row: AiRecord) => row.id;

/** Usage record by record: what was reported, computed and written down. View, filters and order are in the address. */
export function AiUsagePage() {
  const t = useText(messages);
  const today = useToday();
  const search = useSearch({ from: "/ai/usage" });
  const navigate = useNavigate();
  const [see, record] = [useMay("aicosts.see"), useMay("aicosts.record")];
  const { list, open, import: file } = search;
  const shown: RecordView = list ?? "all";
  const providers = useQuery({ ...providersQuery, enabled: see }).data?.items;
  const named = useAccountNames();
  const names = { providers, accounts: named.accounts };
  const columns = useColumns(names);
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const sort = sortParam(view.view.sort, columns);
  const filter = useMemo(() => recordsFilter(list, view.view.conditions, sort, today, file), [list, view.view.conditions, sort, today, file]);
  const rows = useInfiniteQuery({ ...recordsQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const opened = open === undefined ? undefined : items?.find((row) => row.id === open);
  const [correcting, setCorrecting] = useState<AiRecord | null>(null);
  const [striking, setStriking] = useState<AiRecord | null>(null);
  const set = (part: { [K in keyof RecordsSearch]?: RecordsSearch[K] | undefined }) => void navigate({ to: "/ai/usage", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as RecordsSearch });
  const show = useCallback((row: AiRecord) => void navigate({ to: "/ai/usage", search: { ...search, open: row.id } }), [navigate, search]);
  const write = () => set({ open: "new" });
  useShortcut({ keys: "c", label: t("write"), group: t("title"), enabled: record, run: write });
  useCommand({ id: "write-ai-usage", label: t("write"), icon: <Plus aria-hidden />, words: "ai usage manual entry write ki nutzung eintrag von hand", run: write }, record);
  const writing = record && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={write}>
      {t("write")}
    </Button>
  );
  const only = (column: string, value: string) => view.change({ conditions: [...view.view.conditions.filter((one) => one.column !== column), { column, op: "is", values: [value] }] });
  const byHand = (row: AiRecord) => record && row.source === "manual" && !row.withdrawn;
  return (
    <Needs permission="aicosts.see">
      <Page title={t("title")} fill actions={<><RecordFiles filter={filter} record={record} />{writing}</>} tabs={<Tabs label={t("views")} value={shown} onChange={(next) => set({ list: next === "all" ? undefined : next })} tabs={recordViews.map((value) => ({ value, label: t(`view_${value}`) }))} />}>
        {file && (
          <p role="status" className="flex flex-wrap items-center gap-3 border-b border-line bg-quiet-soft px-4 py-2 text-table sm:px-6">
            {t("ofOneFile")}
            <Button size="sm" onClick={() => set({ import: undefined })}>{t("showAll")}</Button>
          </p>
        )}
        <DataTable<AiRecord>
          id="ai-usage"
          label={t("title")}
          columns={columns}
          view={view}
          rows={items}
          rowId={rowId}
          more={moreOf(rows)}
          error={rows.error ?? named.error}
          onRetry={() => void Promise.all([rows.refetch(), ...(named.error ? [named.retry()] : [])])}
          empty={
            shown === "all"
              ? { icon: <ReceiptText aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: writing }
              : { icon: <ReceiptText aria-hidden />, title: t("emptyView"), ...(shown === "unpriced" ? { text: t("emptyUnpriced") } : {}), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={show}
          rowMenu={(row) => [
            { id: "open", label: t("openRecord"), icon: <PanelRight aria-hidden />, onSelect: () => show(row) },
            ...(row.model ? [{ id: "model", label: t("onlyModel"), icon: <ListFilter aria-hidden />, onSelect: () => only("model", row.model!) }] : []),
            { id: "account", label: t("onlyAccount"), icon: <ListFilter aria-hidden />, onSelect: () => only("account", row.account) },
            ...(byHand(row)
              ? [
                  { id: "correct", label: t("correct"), icon: <Pencil aria-hidden />, onSelect: () => setCorrecting(row) },
                  { id: "strike", label: t("strike"), icon: <Trash aria-hidden />, danger: true, onSelect: () => setStriking(row) },
                ]
              : []),
          ]}
        />
        <Suspense fallback={null}>
          {open === "new" && record && <EntrySheet onClose={() => set({ open: undefined })} />}
          {opened && <RecordSheet record={opened} account={accountName(names, opened.account)} provider={providerName(names, opened.provider)} onClose={() => set({ open: undefined })} />}
          {correcting && <EntrySheet record={correcting} onClose={() => setCorrecting(null)} />}
        </Suspense>
        <Strike record={striking} onClose={() => setStriking(null)} />
      </Page>
    </Needs>
  );
}

/** Asks before what was written down counts no more. */
function Strike({ record, onClose }: { record: AiRecord | null; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const strike = useMutation({
    mutationFn: (id: string) => strikeEntry(id),
    onSuccess: () => toast.done(t("struck")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.aiUsage] });
    },
  });
  return <Confirm open={record !== null} onClose={onClose} title={t("strikeTitle")} description={t("strikeHelp")} action={t("strike")} danger busy={strike.isPending} onConfirm={() => record && strike.mutate(record.id)} />;
}
