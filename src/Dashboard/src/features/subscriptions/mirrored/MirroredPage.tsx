import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ExternalLink, RefreshCw, User } from "lucide-react";
import { useMay } from "@/api/may";
import type { MirroredSubscription } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { todayIn } from "@/lib/dates";
import { Button, Needs, Page, Pill, Tabs } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { StatusPill } from "../parts/StatusPill";
import { messages } from "./messages";
import { mirroredQuery } from "./queries";
import { mirroredViews, type MirroredView } from "./search";

type Row = MirroredSubscription & { client: string };
const rowId = (row: Row) => row.id;

/** What Stripe bills, as it stands there. Nothing is changed here; each leads to Stripe's page of it. */
export function MirroredPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/subscriptions/mirrored" });
  const navigate = useNavigate();
  const see = useMay("subscriptions.see");
  const { list } = search;
  const shown: MirroredView = list ?? "all";
  const columns = useColumns();
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const sort = sortParam(view.view.sort, columns);
  const filter = useMemo(() => ({ ...(list === "unmapped" ? { unmapped: true } : list ? { status: list } : {}), ...(sort ? { sort } : {}) }), [list, sort]);
  const rows = useInfiniteQuery({ ...mirroredQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const nameOf = useClientNames(items?.map((item) => item.clientId) ?? []);
  const named = items?.map((item) => nameOf(item.clientId, "…")).join("\n");
  const shownRows = useMemo(() => items?.map((item): Row => ({ ...item, client: nameOf(item.clientId, "…") })), [items, named]);
  const show = (next: MirroredView) => {
    const { list: _, ...rest } = search;
    void navigate({ to: "/subscriptions/mirrored", search: next === "all" ? rest : { ...rest, list: next } });
  };
  const open = useCallback((row: Row) => void window.open(row.page, "_blank", "noreferrer"), []);
  return (
    <Needs permission="subscriptions.see">
      <Page title={t("title")} fill tabs={<Tabs label={t("views")} value={shown} onChange={show} tabs={mirroredViews.map((value) => ({ value, label: t(`view_${value}`) }))} />}>
        <DataTable<Row>
          id="mirrored-subscriptions"
          label={t("title")}
          columns={columns}
          view={view}
          rows={shownRows}
          rowId={rowId}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          empty={
            shown === "all"
              ? { icon: <RefreshCw aria-hidden />, title: t("empty"), text: t("emptyHelp") }
              : { icon: <RefreshCw aria-hidden />, title: t("emptyView"), actions: <Button onClick={() => show("all")}>{t("showAll")}</Button> }
          }
          onOpen={open}
          rowMenu={(row) => [
            { id: "stripe", label: t("atStripe"), icon: <ExternalLink aria-hidden />, onSelect: () => open(row) },
            { id: "client", label: t("toClient"), icon: <User aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: row.clientId } }) },
          ]}
        />
      </Page>
    </Needs>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useText(messages);
  const formats = useFormats();
  return useMemo(() => {
    const day = (at: string | null) => (at ? todayIn(formats.timeZone, new Date(at)) : null);
    return [
      { id: "client", header: t("client"), kind: "text", width: 220, pinned: true, card: "title", value: (row) => row.client },
      { id: "plan", header: t("plan"), kind: "text", width: 180, card: "under", value: (row) => row.planName, render: (row) => row.planName ?? <Pill tone="warn">{t("unmapped")}</Pill> },
      { id: "status", header: t("status"), kind: "choice", width: 200, card: "side", value: (row) => row.status, render: (row) => <span className="flex gap-1"><StatusPill status={row.status} />{row.cancelAtPeriodEnd && row.endedAt === null && <Pill tone="warn">{t("ends")}</Pill>}</span> },
      { id: "quantity", header: t("quantity"), kind: "number", width: 100, value: (row) => row.items.reduce((sum, item) => sum + item.quantity, 0) },
      { id: "next", header: t("next"), kind: "date", width: 150, sort: "next", value: (row) => (row.endedAt === null ? day(row.periodTo) : null) },
      { id: "monthly", header: t("monthly"), kind: "money", width: 140, value: (row) => (row.items.some((item) => item.unitPrice === null) ? null : row.monthly) },
      { id: "started", header: t("started"), kind: "date", width: 130, sort: "started", card: "none", value: (row) => day(row.startAt) },
      { id: "outsideId", header: t("outsideId"), kind: "text", width: 230, card: "none", value: (row) => row.outsideId, render: (row) => <a href={row.page} target="_blank" rel="noreferrer" className="truncate font-mono text-xs hover:underline">{row.outsideId}</a> },
    ];
  }, [t, formats]);
}
