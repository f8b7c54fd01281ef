import { useMemo, useState } from "react";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Anchor, ScrollText, ShieldCheck } from "lucide-react";
import { api, ask, download } from "@/api/client";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AuditAnchor, AuditLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { todayIn } from "@/lib/dates";
import { Button, Needs, Page, Pill, toast } from "@/ui";
import { SettingsFrame } from "@/ui/settings";
import { DataTable, moreOf, useTableView, type Column } from "@/ui/table";
import { peopleQuery } from "../people/queries";
import { EntrySheet } from "./EntrySheet";
import { auditFilter, queryText } from "./filter";
import { messages } from "./messages";
import { VerdictDialog } from "./VerdictDialog";
import { useReadable } from "@/ui/history/words";

const route = getRouteApi("/settings/audit");
const rowId = (line: AuditLine) => String(line.number);

/** Who did what, on what, when, from where; with the proof that nothing was taken out. */
export function AuditPage() {
  const t = useText(messages);
  const formats = useFormats();
  const { entry } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const view = useTableView(columns.map((column) => column.id));
  const filter = useMemo(() => auditFilter(view.view.conditions, formats.today, formats.timeZone), [view.view.conditions, formats.today, formats.timeZone]);
  const log = useInfiniteQuery({
    queryKey: [keys.audit, filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/audit", { params: { query: { ...filter, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: useMay("audit.see"),
  });
  const rows = useMemo(() => log.data?.pages.flatMap((page) => page.items), [log.data]);
  const verify = useMutation({ mutationFn: (anchor: AuditAnchor | null) => ask(api.POST("/api/audit/verify", { body: { anchor } })), onError: (error) => toast.error(error) });
  const [closed, setClosed] = useState(false);
  const anchor = () => void download("/api/audit/anchor", "audit-anchor.json").catch((error: unknown) => toast.error(error));
  const open = (line: AuditLine | null) => void navigate({ search: (before) => ({ ...before, entry: line?.number }), replace: line === null });
  const opened = rows?.find((line) => line.number === entry);

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
                verify.mutate(null);
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
        {verify.data && <VerdictDialog open={!closed} report={verify.data} onClose={() => setClosed(true)} onAnchor={anchor} onHold={(given) => verify.mutate(given)} busy={verify.isPending} />}
      </Page>
      </Needs>
    </SettingsFrame>
  );
}

/** What people look for most; any other action is found by what it was done to, by whom, and when. */
const actions = ["identity", "identity.signed_in", "identity.signed_out", "identity.sign_in_refused", "identity.permission_refused", "identity.person_invited", "identity.member_joined", "identity.role_given", "identity.member_deactivated", "identity.api_key_issued", "identity.api_key_revoked", "facilities", "facilities.facility_billed", "facilities.received_amount_noted", "facilities.billing_record_withdrawn", "facilities.import_taken", "facilities.import_undone"];
const entities = ["identity.organisation", "identity.person", "identity.sign_in", "identity.api_key", "facilities.billing_record", "facilities.facility", "facilities.group", "facilities.status_set", "facilities.import", "facilities.settings"];

function useColumns(): readonly Column<AuditLine>[] {
  const t = useText(messages);
  const formats = useFormats();
  const readable = useReadable();
  const people = useQuery({ ...peopleQuery, enabled: useMay("people.see") }).data?.items;
  return useMemo(
    () => [
      { id: "at", header: t("at"), kind: "date", width: 168, pinned: true, card: "under", value: (line) => todayIn(formats.timeZone, new Date(line.at)), text: (line) => formats.instant(line.at), render: (line) => <time dateTime={line.at}>{formats.instant(line.at)}</time>, filter: { operators: ["is", "between", "last", "before", "after"] } },
      { id: "who", header: t("who"), kind: "choice", width: 124, card: "under", value: (line) => line.actor.id, text: (line) => line.actor.name || t("system"), render: (line) => <span className="truncate">{line.actor.name || t("system")}</span>, filter: { operators: ["is"], single: true, options: (people ?? []).map((one) => ({ value: one.id, label: `${one.firstName} ${one.lastName}`.trim() || one.email })) } },
      { id: "action", header: t("action"), kind: "choice", width: 188, card: "title", value: (line) => line.action, text: (line) => readable(line.action), render: (line) => <span className="truncate">{readable(line.action)}</span>, filter: { operators: ["is"], single: true, options: actions.map((value) => ({ value, label: value.includes(".") ? readable(value) : t("everyOf", { module: readable(value) }) })) } },
      {
        id: "outcome", header: t("outcome"), kind: "choice", width: 92, card: "side", value: (line) => line.outcome, text: (line) => t(line.outcome), render: (line) => <Pill tone={line.outcome === "done" ? "quiet" : "bad"}>{t(line.outcome)}</Pill>,
        filter: { operators: ["is"], single: true, options: (["done", "refused"] as const).map((value) => ({ value, label: t(value) })) },
      },
      { id: "entity", header: t("entity"), kind: "choice", width: 116, value: (line) => line.entity, text: (line) => readable(line.entity), render: (line) => <span className="truncate">{readable(line.entity)}</span>, filter: { operators: ["is"], single: true, options: entities.map((value) => ({ value, label: readable(value) })) } },
      { id: "means", header: t("means"), kind: "text", width: 110, hidden: true, value: (line) => t(`means_${line.means}`) },
      { id: "address", header: t("address"), kind: "text", width: 124, value: (line) => line.address },
      { id: "entityId", header: t("entityId"), kind: "text", width: 280, hidden: true, card: "none", value: (line) => line.entityId, filter: { operators: ["is"] } },
    ],
    [t, formats, people, readable],
  );
}
