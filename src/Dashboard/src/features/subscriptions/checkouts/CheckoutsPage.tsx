import { useMemo, useState } from "react";
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Link2, Link2Off, RefreshCw, User } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Checkout } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { todayIn } from "@/lib/dates";
import { lateOver } from "@/lib/late";
import { Button, Confirm, Needs, Page, Pill, Tabs, toast, type Tone } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { messages } from "./messages";
import { checkoutRowsQuery, expireCheckout } from "./queries";
import { checkoutsFilter, checkoutViews, type CheckoutsSearch, type CheckoutView } from "./search";

const CheckoutDialog = lateOver(() => import("./CheckoutDialog").then((part) => ({ default: part.CheckoutDialog })));
const PortalDialog = lateOver(() => import("./PortalDialog").then((part) => ({ default: part.PortalDialog })));

type Row = Checkout & { client: string };
const rowId = (row: Row) => row.id;
const tones = { open: "open", completed: "good", expired: "quiet" } as const satisfies Record<Checkout["state"], Tone>;

/** Links by which somebody subscribes without an account, newest first. View, client and what is open are in the address. */
export function CheckoutsPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/subscriptions/checkouts" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [see, keep] = [useMay("subscriptions.see"), useMay("subscriptions.keep")];
  const [ending, setEnding] = useState<Row | null>(null);
  const shown: CheckoutView = search.list ?? "all";
  const columns = useColumns();
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => checkoutsFilter(search, sortParam(view.view.sort, columns)), [search, view.view.sort, columns]);
  const rows = useInfiniteQuery({ ...checkoutRowsQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const nameOf = useClientNames(items?.filter((item) => !item.newClient || item.state === "completed").map((item) => item.clientId) ?? []);
  const shownRows = items?.map((item): Row => ({ ...item, client: item.newClient && item.state !== "completed" ? (item.name ?? t("somebodyNew")) : nameOf(item.clientId, "…") }));
  const set = (part: { [K in keyof CheckoutsSearch]?: CheckoutsSearch[K] | undefined }) => void navigate({ to: "/subscriptions/checkouts", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as CheckoutsSearch });
  const again = () => queries.invalidateQueries({ queryKey: [keys.checkouts] });
  const expire = useMutation({
    mutationFn: (row: Row) => expireCheckout(row.id),
    onSuccess: () => toast.done(t("expired")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setEnding(null);
      return again();
    },
  });
  const make = keep && (
    <Button tone="primary" icon={<Link2 aria-hidden className="size-4" />} onClick={() => set({ open: "new" })}>
      {t("make")}
    </Button>
  );
  return (
    <Needs permission="subscriptions.see">
      <Page title={t("title")} fill actions={make} tabs={<Tabs label={t("views")} value={shown} onChange={(next) => set({ list: next === "all" ? undefined : next })} tabs={checkoutViews.map((value) => ({ value, label: t(`view_${value}`) }))} />}>
        <DataTable<Row>
          id="checkouts"
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
              ? { icon: <Link2 aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: make }
              : { icon: <Link2 aria-hidden />, title: t("emptyView"), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }
          }
          rowMenu={(row) => [
            ...(row.subscriptionId === null ? [] : [{ id: "subscription", label: t("toSubscription"), icon: <RefreshCw aria-hidden />, onSelect: () => void navigate({ to: "/subscriptions/$id", params: { id: row.subscriptionId! } }) }]),
            ...(row.newClient && row.state !== "completed" ? [] : [{ id: "client", label: t("toClient"), icon: <User aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: row.clientId } }) }]),
            ...(keep && row.state === "open" ? [{ id: "expire", label: t("expire"), icon: <Link2Off aria-hidden />, danger: true, onSelect: () => setEnding(row) }] : []),
          ]}
        />
        {search.open === "new" && keep && <CheckoutDialog client={search.of ?? null} onClose={() => set({ open: undefined })} onMade={() => void again()} />}
        {search.open === "portal" && search.of && keep && <PortalDialog client={search.of} onClose={() => set({ open: undefined })} />}
        <Confirm open={ending !== null} danger busy={expire.isPending} onClose={() => setEnding(null)} title={t("expireTitle")} description={t("expireHelp")} action={t("doExpire")} onConfirm={() => ending && expire.mutate(ending)} />
      </Page>
    </Needs>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useText(messages);
  const formats = useFormats();
  return useMemo(
    () => [
      { id: "client", header: t("client"), kind: "text", width: 240, pinned: true, card: "title", value: (row) => row.client },
      { id: "state", header: t("state"), kind: "choice", width: 150, card: "side", value: (row) => row.state, text: (row) => t(`state_${row.state}`), render: (row) => <Pill tone={tones[row.state]}>{t(`state_${row.state}`)}</Pill> },
      { id: "plan", header: t("plan"), kind: "text", width: 180, card: "under", value: (row) => row.plan },
      { id: "quantity", header: t("quantity"), kind: "number", width: 100, value: (row) => row.quantity },
      { id: "coupon", header: t("coupon"), kind: "text", width: 140, value: (row) => row.coupon },
      { id: "expires", header: t("expires"), kind: "date", width: 180, sort: "expires", value: (row) => todayIn(formats.timeZone, new Date(row.expiresAt)), text: (row) => formats.instant(row.expiresAt), render: (row) => <time dateTime={row.expiresAt}>{formats.instant(row.expiresAt)}</time> },
    ],
    [t, formats],
  );
}
