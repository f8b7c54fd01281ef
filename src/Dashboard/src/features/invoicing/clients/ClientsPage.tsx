import { Suspense, useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Archive, ArchiveRestore, PanelRight, Plus, ScrollText, UserPlus, Users } from "lucide-react";
import { useMay } from "@/api/may";
import type { Client } from "@/api/types";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Needs, Page, Tabs, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView } from "@/ui/table";
import { ClientFiles } from "../clientImport/ClientFiles";
import { queryOf } from "../invoices/filter";
import { clientFilter } from "./filter";
import { messages } from "./messages";
import { clientRowsQuery } from "./queries";
import { shows, type ClientsSearch } from "./search";
import { useClientActions } from "./useClientActions";
import { useColumns } from "./useColumns";

const ClientSheet = late(() => import("./ClientSheet").then((part) => ({ default: part.ClientSheet })));
const NewClientSheet = late(() => import("./NewClientSheet").then((part) => ({ default: part.NewClientSheet })));
const rowId = (client: Client) => client.id;

type SearchPart = { [K in keyof ClientsSearch]?: ClientsSearch[K] | undefined };

/** Everybody who is billed. What one looks at is in the address, the open client too. */
export function ClientsPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/clients" });
  const navigate = useNavigate();
  const bill = useMay("invoicing.bill");
  const show = search.show ?? "active";
  const set = useCallback(
    (part: SearchPart, replace = false) => void navigate({ to: "/clients", replace, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as ClientsSearch }),
    [navigate, search],
  );
  const add = () => set({ client: "new", at: undefined });
  useShortcut({ keys: "c", label: t("newClient"), group: t("clients"), enabled: bill, run: add });
  useCommand({ id: "new-client", label: t("newClient"), icon: <UserPlus aria-hidden />, words: "client customer kunde create add", run: add }, bill);

  return (
    <Needs permission="invoicing.see">
      <Page
        title={t("clients")}
        fill
        actions={
          <>
            <ClientFiles />
            {bill && (
              <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
                {t("newClient")}
              </Button>
            )}
          </>
        }
        tabs={<Tabs label={t("shown")} value={show} onChange={(next) => set({ show: next === "active" ? undefined : next })} tabs={shows.map((value) => ({ value, label: t(`show_${value}`) }))} />}
      >
        <Rows onOpen={(client) => set({ client: client.id, at: undefined })} onAdd={add} />
        <Suspense fallback={null}>
          {search.client === "new" ? (
            bill && <NewClientSheet onClose={() => set({ client: undefined })} onAdded={(client) => set({ client: client.id }, true)} />
          ) : (
            search.client && <ClientSheet key={search.client} id={search.client} at={search.at} onAt={(at) => set({ at }, true)} onGo={(client) => set({ client, at: undefined })} onClose={() => set({ client: undefined, at: undefined })} />
          )}
        </Suspense>
      </Page>
    </Needs>
  );
}

function Rows({ onOpen, onAdd }: { onOpen: (client: Client) => void; onAdd: () => void }) {
  const t = useText(messages);
  const { show = "active" } = useSearch({ from: "/clients" });
  const bill = useMay("invoicing.bill");
  const navigate = useNavigate();
  const actions = useClientActions();
  const columns = useColumns(show === "all");
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => clientFilter(show, view.view, sortParam(view.view.sort, columns)), [show, view.view, columns]);
  const list = useInfiniteQuery({ ...clientRowsQuery(filter), placeholderData: keepPreviousData });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data]);

  return (
    <DataTable<Client>
      id="clients"
      label={t("clients")}
      columns={columns}
      view={view}
      rows={rows}
      rowId={rowId}
      more={moreOf(list)}
      error={list.error}
      onRetry={() => void list.refetch()}
      searchLabel={t("search")}
      empty={
        show === "archived"
          ? { icon: <Archive aria-hidden />, title: t("emptyArchived"), text: t("emptyArchivedHelp") }
          : { icon: <Users aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: bill && <Button tone="primary" onClick={onAdd}>{t("newClient")}</Button> }
      }
      onOpen={onOpen}
      rowMenu={(client) => [
        { id: "open", label: t("open"), icon: <PanelRight aria-hidden />, onSelect: () => onOpen(client) },
        { id: "account", label: t("account"), icon: <ScrollText aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: client.id } }) },
        ...(bill && client.standing === "active" ? [null, { id: "archive", label: t("archive"), icon: <Archive aria-hidden />, danger: true, onSelect: () => void actions.archive(client) }] : []),
        ...(bill && client.standing === "archived" ? [null, { id: "restore", label: t("restore"), icon: <ArchiveRestore aria-hidden />, onSelect: () => void actions.restore(client) }] : []),
      ]}
      exportUrl={(format) => `/api/clients/export?format=${format}&${queryOf(filter)}`}
    />
  );
}
