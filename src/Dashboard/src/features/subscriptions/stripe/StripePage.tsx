import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Inbox, PanelRight } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { StripeEventLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { todayIn } from "@/lib/dates";
import { Button, Needs, Page, Pill, Tabs, toast } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { Connection } from "./Connection";
import { EventSheet } from "./EventSheet";
import { stripeFilter } from "./filter";
import { messages } from "./messages";
import { OutcomePill, outcomeOf } from "./OutcomePill";
import { reconcile, stripeEventsQuery, stripeQuery } from "./queries";
import { stripeViews, type StripeSearch, type StripeView } from "./search";

const rowId = (row: StripeEventLine) => row.id;

/** What Stripe told, what became of it, and whether Stripe is connected at all. */
export function StripePage() {
  const t = useText(messages);
  const search = useSearch({ from: "/subscriptions/stripe" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [see, mend] = [useMay("operations.see"), useMay("operations.mend")];
  const { list } = search;
  const shown: StripeView = list ?? "all";
  const stripe = useQuery({ ...stripeQuery, enabled: see });
  const columns = useColumns(stripe.data?.types);
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => stripeFilter(list, view.view.search, view.view.conditions, sortParam(view.view.sort, columns)), [list, view.view, columns]);
  const rows = useInfiniteQuery({ ...stripeEventsQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const set = (part: { [K in keyof StripeSearch]?: StripeSearch[K] | undefined }) => void navigate({ to: "/subscriptions/stripe", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as StripeSearch });
  const open = useCallback((row: StripeEventLine) => void navigate({ to: "/subscriptions/stripe", search: { ...search, event: row.id } }), [navigate, search]);
  const look = useMutation({
    mutationFn: reconcile,
    onSuccess: ({ takenIn }) => toast.done(takenIn > 0 ? t("reconciled", { count: takenIn }) : t("nothingMissed")),
    onError: (failed) => toast.error(failed),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.stripe] }),
  });
  return (
    <Needs permission="operations.see">
      <Page
        title={t("title")}
        fill
        actions={
          mend && stripe.data?.asks && (
            <Button busy={look.isPending} onClick={() => look.mutate()}>
              {t("reconcile")}
            </Button>
          )
        }
        tabs={<Tabs label={t("views")} value={shown} onChange={(next) => set({ list: next === "all" ? undefined : next })} tabs={stripeViews.map((value) => ({ value, label: t(`view_${value}`), ...(value === "waiting" && stripe.data ? { count: stripe.data.waiting } : {}) }))} />}
      >
        {stripe.data && <Connection stripe={stripe.data} />}
        <DataTable<StripeEventLine>
          id="stripe-events"
          label={t("title")}
          columns={columns}
          view={view}
          rows={items}
          rowId={rowId}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          searchLabel={t("search")}
          empty={shown === "all" ? { icon: <Inbox aria-hidden />, title: t("empty"), text: t("emptyHelp") } : { icon: <Inbox aria-hidden />, title: t("emptyView"), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }}
          onOpen={open}
          rowMenu={(row) => [{ id: "open", label: t("open"), icon: <PanelRight aria-hidden />, onSelect: () => open(row) }]}
        />
        {search.event && <EventSheet id={search.event} onClose={() => set({ event: undefined })} />}
      </Page>
    </Needs>
  );
}

function useColumns(types: readonly string[] | undefined): readonly Column<StripeEventLine>[] {
  const t = useText(messages);
  const formats = useFormats();
  return useMemo(() => {
    const day = (at: string) => todayIn(formats.timeZone, new Date(at));
    const instant = (at: string) => <time dateTime={at}>{formats.instant(at)}</time>;
    return [
      { id: "type", header: t("type"), kind: "choice", width: 280, pinned: true, card: "title", value: (row) => row.type, render: (row) => <span className="truncate font-mono text-xs">{row.type}</span>, ...(types ? { filter: { operators: ["is"], single: true, options: types.map((value) => ({ value, label: value })) } } : {}) },
      { id: "outcome", header: t("outcome"), kind: "choice", width: 190, card: "side", value: (row) => row.outcome, text: (row) => t(`outcome_${outcomeOf(row)}`), render: (row) => <span className="flex gap-1"><OutcomePill event={row} />{!row.delivered && <Pill tone="open">{t("byAsking")}</Pill>}</span> },
      { id: "object", header: t("object"), kind: "text", width: 230, card: "under", value: (row) => row.objectId, render: (row) => <span className="truncate font-mono text-xs">{row.objectId ?? "–"}</span> },
      { id: "received", header: t("received"), kind: "date", width: 170, sort: "receivedAt", value: (row) => day(row.receivedAt), text: (row) => formats.instant(row.receivedAt), render: (row) => instant(row.receivedAt) },
      { id: "created", header: t("created"), kind: "date", width: 170, sort: "createdAt", card: "none", value: (row) => day(row.createdAt), text: (row) => formats.instant(row.createdAt), render: (row) => instant(row.createdAt) },
      { id: "id", header: t("id"), kind: "text", width: 230, hidden: true, card: "none", value: (row) => row.id },
    ];
  }, [t, formats, types]);
}
