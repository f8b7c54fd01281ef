import { Suspense } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Plug, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import type { SupportConnection } from "@/api/types";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { useNow } from "@/lib/useNow";
import { AgoText, Button, CardRows, EmptyState, Listed, Needs, Page, Tabs, useCommand, useShortcut } from "@/ui";
import { messages } from "./messages";
import { connectionsQuery } from "./queries";
import type { ConnectionsSearch } from "./search";
import { StatePill, useLastPass, WhatToDo } from "./Standing";

const ConnectionSheet = late(() => import("./ConnectionSheet").then((part) => ({ default: part.ConnectionSheet })));

/** The help desks and CRMs that are read: how it stands with each, and what to do. */
export function ConnectionsPage() {
  const t = useText(messages);
  const { list: shown, open } = useSearch({ from: "/support/connections" });
  const navigate = useNavigate();
  const [see, arrange] = [useMay("support.see"), useMay("support.arrange")];
  const list = useInfiniteQuery({ ...connectionsQuery(shown === "ended"), enabled: see });
  const items = list.data?.pages.flatMap((page) => page.items);
  const go = (search: ConnectionsSearch) => void navigate({ to: "/support/connections", search });
  const add = () => go({ open: "new" });
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: arrange, run: add });
  useCommand({ id: "new-support-connection", label: t("add"), icon: <Plug aria-hidden />, words: "connection help desk crm fluent twenty connect verbindung helpdesk verbinden", run: add }, arrange);
  const adding = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  return (
    <Needs permission="support.see">
      <Page
        title={t("title")}
        actions={items && items.length > 0 && adding}
        tabs={<Tabs label={t("list")} value={shown ?? "active"} onChange={(next) => go(next === "ended" ? { list: "ended" } : {})} tabs={[{ value: "active", label: t("active") }, { value: "ended", label: t("endedOnes") }]} />}
      >
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <Listed
            list={list}
            empty={
              <EmptyState icon={<Plug aria-hidden />} title={t(shown ? "noEnded" : "none")} actions={!shown && adding}>
                {t(shown ? "noEndedHelp" : "noneHelp")}
              </EmptyState>
            }
            more={t("more")}
          >
            {(items) => <CardRows label={t("title")} items={items} rowKey={(one) => one.id} row={(one) => <Row connection={one} />} />}
          </Listed>
        </div>
        <Suspense fallback={null}>{open && arrange && <ConnectionSheet onClose={() => go({})} onDone={({ id }) => void navigate({ to: "/support/connections/$id", params: { id } })} />}</Suspense>
      </Page>
    </Needs>
  );
}

function Row({ connection }: { connection: SupportConnection }) {
  const t = useText(messages);
  const now = useNow();
  const last = useLastPass(connection);
  return (
    <Link to="/support/connections/$id" params={{ id: connection.id }} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
        <span className="font-medium">{connection.name}</span> <span className="text-muted">{t(`kind_${connection.kind}`)}</span>
      </span>
      <StatePill connection={connection} last={last} />
      <span className="basis-full text-xs wrap-anywhere text-muted">
        {connection.address}
        {last?.endedAt && (
          <>
            {" · "}
            <AgoText at={last.endedAt} now={now} />
          </>
        )}
      </span>
      <span className="basis-full text-xs wrap-anywhere text-muted empty:hidden">
        <WhatToDo connection={connection} last={last} />
      </span>
    </Link>
  );
}
