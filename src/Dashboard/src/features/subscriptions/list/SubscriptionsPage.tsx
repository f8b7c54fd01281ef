import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { PanelRight, Plus, RefreshCw, User } from "lucide-react";
import { useMay } from "@/api/may";
import { clientQuery } from "@/api/queries";
import type { SubscriptionRow } from "@/api/types";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { todayIn } from "@/lib/dates";
import { Button, buttonClass, Chip, Needs, Page, Pill, Tabs, useCommand, useShortcut } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { StatusPill } from "../parts/StatusPill";
import { offersQuery } from "../plans/queries";
import { settingsQuery } from "../settings/queries";
import { messages } from "./messages";
import { subscriptionRowsQuery } from "./queries";
import { subscriptionViews, type SubscriptionsSearch, type SubscriptionView } from "./search";

type Row = SubscriptionRow & { client: string };
const rowId = (row: Row) => row.id;

/** All subscriptions by what they are now, what bills next first. View, client, plan and order are in the address. */
export function SubscriptionsPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/subscriptions" });
  const navigate = useNavigate();
  const keep = useMay("subscriptions.keep");
  const see = useMay("subscriptions.see");
  const { list, of, plan } = search;
  const shown: SubscriptionView = list ?? "all";
  const columns = useColumns();
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const sort = sortParam(view.view.sort, columns);
  const typed = view.view.search.trim();
  const filter = useMemo(() => ({ ...(list ? { status: list } : {}), ...(of ? { clientId: of } : {}), ...(plan ? { plan } : {}), ...(typed ? { search: typed } : {}), ...(sort ? { sort } : {}) }), [list, of, plan, typed, sort]);
  const rows = useInfiniteQuery({ ...subscriptionRowsQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const plans = useQuery({ ...offersQuery, enabled: see });
  const counts = rows.data?.pages[0]?.counts;
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const nameOf = useClientNames(items?.map((item) => item.clientId) ?? []);
  const named = items?.map((item) => nameOf(item.clientId, "…")).join("\n");
  const shownRows = useMemo(() => items?.map((item): Row => ({ ...item, client: nameOf(item.clientId, "…") })), [items, named]);
  const set = (part: { [K in keyof SubscriptionsSearch]?: SubscriptionsSearch[K] | undefined }) => void navigate({ to: "/subscriptions", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as SubscriptionsSearch });
  const open = useCallback((row: Row) => void navigate({ to: "/subscriptions/$id", params: { id: row.id } }), [navigate]);
  const start = () => void navigate({ to: "/subscriptions/new", search: { ...(of ? { client: of } : {}), ...(plan ? { plan } : {}) } });
  // Where Stripe bills, nothing is begun here.
  const stripeBills = useQuery({ ...settingsQuery, enabled: see }).data?.billingWay === "stripeBills";
  useShortcut({ keys: "c", label: t("start"), group: t("subscriptions"), enabled: keep && !stripeBills, run: start });
  useCommand({ id: "new-subscription", label: t("start"), icon: <RefreshCw aria-hidden />, words: "subscription abonnement create add", run: start }, keep && !stripeBills);
  const begin = stripeBills ? (
    <Link to="/subscriptions/mirrored" className={buttonClass()}>
      {t("toMirrored")}
    </Link>
  ) : keep && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={start}>
      {t("start")}
    </Button>
  );
  const noPlans = !stripeBills && plans.data?.items.length === 0; // what Stripe bills needs no plan here
  return (
    <Needs permission="subscriptions.see">
      <Page
        title={t("subscriptions")}
        fill
        actions={!noPlans && begin}
        tabs={
          <Tabs
            label={t("views")}
            value={shown}
            onChange={(next) => set({ list: next === "all" ? undefined : next })}
            // Statuses that this server knows; those of payments come where payments are collected.
            tabs={subscriptionViews.filter((value) => value === shown || (counts ? value in counts : !["pastDue", "unpaid"].includes(value))).map((value) => ({ value, label: t(`view_${value}`), ...(counts?.[value] === undefined ? {} : { count: counts[value] }) }))}
          />
        }
      >
        <DataTable<Row>
          id="subscriptions"
          label={t("subscriptions")}
          columns={columns}
          view={view}
          rows={shownRows}
          rowId={rowId}
          count={counts?.[shown]}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          searchLabel={t("search")}
          toolbar={
            (of || plan) && (
              <>
                {of && <ClientChip id={of} onRemove={() => set({ of: undefined })} />}
                {plan && (
                  <Chip name={plan} onRemove={() => set({ plan: undefined })}>
                    <span className="text-muted">{t("plan")}</span> <span className="max-w-48 truncate font-medium">{plans.data?.items.find((one) => one.code === plan)?.terms.name ?? plan}</span>
                  </Chip>
                )}
              </>
            )
          }
          empty={
            noPlans
              ? { icon: <RefreshCw aria-hidden />, title: t("empty"), text: t("noPlans"), actions: <Link to="/subscriptions/plans" className={buttonClass("primary")}>{t("toPlans")}</Link> }
              : shown === "all"
                ? { icon: <RefreshCw aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: begin }
                : { icon: <RefreshCw aria-hidden />, title: t("emptyView"), text: t("emptyViewHelp"), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={open}
          rowMenu={(row) => [
            { id: "open", label: t("open"), icon: <PanelRight aria-hidden />, onSelect: () => open(row) },
            { id: "client", label: t("toClient"), icon: <User aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: row.clientId } }) },
          ]}
        />
      </Page>
    </Needs>
  );
}

function ClientChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const t = useText(messages);
  const name = useQuery({ ...clientQuery(id), enabled: useMay("invoicing.see") }).data?.name;
  return (
    <Chip name={name ?? t("client")} onRemove={onRemove}>
      <span className="text-muted">{t("client")}</span> <span className="max-w-48 truncate font-medium">{name ?? "…"}</span>
    </Chip>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useText(messages);
  const { timeZone } = useHouse();
  return useMemo(() => {
    const day = (at: string | null, zone: string) => (at ? todayIn(zone, new Date(at)) : null);
    return [
      { id: "client", header: t("client"), kind: "text", width: 220, pinned: true, card: "title", value: (row) => row.client },
      { id: "plan", header: t("plan"), kind: "text", width: 180, sort: "plan", card: "under", value: (row) => row.planName },
      { id: "status", header: t("status"), kind: "choice", width: 180, card: "side", value: (row) => row.status, render: (row) => <span className="flex gap-1"><StatusPill status={row.status} />{row.cancelAtPeriodEnd && row.canceledAt === null && <Pill tone="warn">{t("ends")}</Pill>}</span> },
      { id: "quantity", header: t("quantity"), kind: "number", width: 100, value: (row) => row.quantity },
      { id: "next", header: t("next"), kind: "date", width: 150, sort: "next", value: (row) => day(row.renewsAt, row.timeZone) },
      { id: "monthly", header: t("monthly"), kind: "money", width: 140, value: (row) => row.monthly },
      { id: "started", header: t("started"), kind: "date", width: 130, sort: "started", card: "none", value: (row) => day(row.startAt, timeZone) },
      { id: "version", header: t("version"), kind: "number", width: 100, hidden: true, card: "none", value: (row) => row.planVersion },
      { id: "outsideId", header: t("outsideId"), kind: "text", width: 160, hidden: true, card: "none", value: (row) => row.outsideId },
    ];
  }, [t, timeZone]);
}
