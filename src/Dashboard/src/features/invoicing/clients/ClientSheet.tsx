import { useMemo, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Archive, ArchiveRestore, FileText, Merge, ScrollText } from "lucide-react";
import { useMay } from "@/api/may";
import { clientQuery } from "@/api/queries";
import type { Client } from "@/api/types";
import { useCountries } from "@/i18n/countries";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, ErrorText, Loading, Pill, Sheet, Skeleton } from "@/ui";
import { RawData } from "@/ui/RawData";
import { History } from "@/ui/history/History";
import { useLanguageName } from "../parts/languages";
import { ClientForm } from "./ClientForm";
import { MergeDialog } from "./MergeDialog";
import { messages } from "./messages";
import { clientHistoryQuery } from "./queries";
import { useClientActions } from "./useClientActions";
import { clientWords } from "./words";

export interface ClientSheetProps {
  id: string;
  /** The version looked at; absent: as it is. */
  at: number | undefined;
  onAt: (version: number | undefined) => void;
  /** To another client: the one that this was merged into. */
  onGo: (client: string) => void;
  onClose: () => void;
}

/** One client: details to change, what happened to it, and how it was at any time. */
export function ClientSheet({ id, at, onAt, onGo, onClose }: ClientSheetProps) {
  const t = useText(messages);
  const { name: country } = useCountries();
  const language = useLanguageName();
  const words = useMemo(() => clientWords(t, country, language), [t, country, language]);
  const client = useQuery(clientQuery(id));
  const past = useQuery({ ...clientQuery(id, at), enabled: at !== undefined });
  const history = useQuery(clientHistoryQuery(id));
  const [dirty, setDirty] = useState(false);
  const shown = at === undefined ? client.data : past.data;
  return (
    <Sheet open wide onClose={onClose} dirty={dirty} title={client.data?.name ?? t("client")} description={client.data?.emails[0]}>
      {client.error ? (
        <ErrorText error={client.error} onRetry={() => void client.refetch()} />
      ) : !client.data ? (
        <Loading className="flex flex-col gap-4">
          <Skeleton className="h-8 w-48" />
          <Skeleton className="h-40 w-full" />
          <Skeleton className="h-40 w-full" />
        </Loading>
      ) : (
        <div className="flex flex-col gap-6">
          <Band client={client.data} quiet={at !== undefined} onGo={onGo} />
          <ErrorText error={past.error} />
          <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_minmax(0,15rem)]">
            <ClientForm key={`${at ?? "now"} ${at === undefined ? "" : past.data?.version}`} client={shown ?? client.data} past={at !== undefined} words={words} onDirty={setDirty} />
            <History entries={history.data?.items} error={history.error} at={at} onAt={onAt} words={words} />
          </div>
          <RawData of={shown ?? client.data} />
        </div>
      )}
    </Sheet>
  );
}

/** How the client stands, and what one does with a whole client. */
function Band({ client, quiet, onGo }: { client: Client; quiet: boolean; onGo: (client: string) => void }) {
  const t = useText(messages);
  const actions = useClientActions();
  const bill = useMay("invoicing.bill");
  const [merging, setMerging] = useState(false);
  const note = client.standing === "archived" ? t("archivedNote") : client.standing === "forgotten" ? t("forgottenNote") : client.standing === "merged" ? t("mergedNote") : null;
  const may = bill && !quiet;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line pb-4">
      <div className="min-w-0 flex-1 basis-56">
        <Pill tone={client.standing === "active" ? "good" : "quiet"}>{t(`standing_${client.standing}`)}</Pill>
        {note && <p className="mt-1 text-table">{note}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        <Link to="/clients/$id" params={{ id: client.id }} className={buttonClass()}>
          <ScrollText aria-hidden className="size-4" />
          {t("account")}
        </Link>
        <Link to="/invoices" search={{ of: client.id }} className={buttonClass()}>
          <FileText aria-hidden className="size-4" />
          {t("invoices")}
        </Link>
        {client.mergedInto && <Button onClick={() => onGo(client.mergedInto!)}>{t("toSurvivor")}</Button>}
        {may && (client.standing === "active" || client.standing === "archived") && (
          <Button icon={<Merge aria-hidden className="size-4" />} onClick={() => setMerging(true)}>
            {t("merge")}
          </Button>
        )}
        {may && client.standing === "active" && (
          <Button tone="danger" icon={<Archive aria-hidden className="size-4" />} onClick={() => void actions.archive(client)}>
            {t("archive")}
          </Button>
        )}
        {may && client.standing === "archived" && (
          <Button tone="primary" icon={<ArchiveRestore aria-hidden className="size-4" />} onClick={() => void actions.restore(client)}>
            {t("restore")}
          </Button>
        )}
      </div>
      {merging && (
        <MergeDialog
          client={client}
          onClose={() => setMerging(false)}
          onMerged={(survivor) => {
            setMerging(false);
            onGo(survivor.id);
          }}
        />
      )}
    </div>
  );
}
