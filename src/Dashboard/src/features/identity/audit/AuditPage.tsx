import { useMemo, useState } from "react";
import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Anchor, ScrollText, ShieldCheck } from "lucide-react";
import { api, ask, download } from "@/api/client";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AuditLine } from "@/api/identityPaths";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Needs, Page, Pill, toast } from "@/ui";
import { SettingsFrame } from "@/ui/settings";
import { DataTable, moreOf, useTableView, type Column } from "@/ui/table";
import { EntrySheet } from "./EntrySheet";
import { auditFilter, queryText, readable } from "./filter";
import { messages } from "./messages";
import { VerdictDialog } from "./VerdictDialog";

const route = getRouteApi("/settings/audit");
const rowId = (line: AuditLine) => String(line.seq);

/** Who did what, on what, when, from where; with the proof that nothing was taken out. */
export function AuditPage() {
  const t = useText(messages);
  const formats = useFormats();
  const { entry } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const view = useTableView(columns.map((column) => column.id));
  const filter = useMemo(() => auditFilter(view.view.conditions, formats.today), [view.view.conditions, formats.today]);
  const log = useInfiniteQuery({
    queryKey: [keys.audit, filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/audit", { params: { query: { ...filter, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: useMay("audit.see"),
  });
  const rows = useMemo(() => log.data?.pages.flatMap((page) => page.items), [log.data]);
  const verify = useMutation({ mutationFn: () => ask(api.POST("/api/audit/verify")), onError: (error) => toast.error(error) });
  const [closed, setClosed] = useState(false);
  const anchor = () => void download("/api/audit/anchor", "audit-anchor.json").catch((error: unknown) => toast.error(error));
  const open = (line: AuditLine | null) => void navigate({ search: (before) => ({ ...before, entry: line?.seq }), replace: line === null });
  const opened = rows?.find((line) => line.seq === entry);

  return (
    <SettingsFrame>
      <Needs permission="audit.see">
      <Page
        title={t("title")}
        fill
        actions={
          <>
            <Button icon={<Anchor aria-hidden className="size-4" />} onClick={anchor} className="max-sm:hidden">
              {t("anchor")}
            </Button>
            <Button
              tone="primary"
              icon={<ShieldCheck aria-hidden className="size-4" />}
              busy={verify.isPending}
              onClick={() => {
                setClosed(false);
                verify.mutate();
              }}
            >
              {t("verify")}
            </Button>
          </>
        }
      >
        <DataTable<AuditLine>
          id="audit"
          label={t("table")}
          columns={columns}
          view={view}
          rows={rows}
          rowId={rowId}
          count={log.data?.pages[0]?.count ?? undefined}
          more={moreOf(log)}
          error={log.error}
          onRetry={() => void log.refetch()}
          empty={{ icon: <ScrollText aria-hidden />, title: t("empty"), text: t("emptyHelp") }}
          onOpen={open}
          exportUrl={(format) => `/api/audit/export?format=${format}&${queryText(filter)}`}
        />
        {opened && (
          <EntrySheet
            line={opened}
            onClose={() => open(null)}
            onOnly={(column, value) => {
              view.change({ conditions: [{ column, op: "is", values: [value] }] });
              open(null);
            }}
          />
        )}
        {verify.data && <VerdictDialog open={!closed} verdict={verify.data} onClose={() => setClosed(true)} onAnchor={anchor} />}
      </Page>
      </Needs>
    </SettingsFrame>
  );
}

function useColumns(): readonly Column<AuditLine>[] {
  const t = useText(messages);
  const formats = useFormats();
  return useMemo(
    () => [
      { id: "at", header: t("at"), kind: "date", width: 176, pinned: true, card: "under", value: (line) => line.at.slice(0, 10), text: (line) => formats.instant(line.at), render: (line) => <time dateTime={line.at}>{formats.instant(line.at)}</time>, filter: { operators: ["is", "between", "last", "before", "after"] } },
      { id: "who", header: t("who"), kind: "text", width: 150, card: "under", value: (line) => line.actor.name || t("system"), filter: { operators: ["is"] } },
      { id: "action", header: t("action"), kind: "text", width: 210, card: "title", value: (line) => readable(line.action), filter: { operators: ["is"] } },
      {
        id: "outcome", header: t("outcome"), kind: "choice", width: 104, card: "side", value: (line) => line.outcome, text: (line) => t(line.outcome), render: (line) => <Pill tone={line.outcome === "done" ? "quiet" : "bad"}>{t(line.outcome)}</Pill>,
        filter: { operators: ["is"], single: true, options: (["done", "refused"] as const).map((value) => ({ value, label: t(value) })) },
      },
      { id: "entity", header: t("entity"), kind: "text", width: 140, value: (line) => readable(line.entity), filter: { operators: ["is"] } },
      { id: "means", header: t("means"), kind: "text", width: 96, value: (line) => line.means },
      { id: "address", header: t("address"), kind: "text", width: 124, value: (line) => line.address },
      { id: "entityId", header: t("entityId"), kind: "text", width: 280, hidden: true, card: "none", value: (line) => line.entityId, filter: { operators: ["is"] } },
    ],
    [t, formats],
  );
}
