import { Suspense, useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Banknote, FileText, Link2, Pencil, UserRoundCog } from "lucide-react";
import { useMay } from "@/api/may";
import { clientQuery } from "@/api/queries";
import type { Client } from "@/api/types";
import { useCountries } from "@/i18n/countries";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, buttonClass, ErrorText, Page, Pill, Tabs } from "@/ui";
import { History } from "@/ui/history/History";
import { messages as clientMessages } from "../clients/messages";
import { clientHistoryQuery } from "../clients/queries";
import { clientWords } from "../clients/words";
import { messages as invoiceMessages } from "../invoices/messages";
import { Fetched } from "@/ui/Fetched";
import { useLanguageName } from "../parts/languages";
import { Bounced } from "./Bounced";
import { Credit } from "./Credit";
import { Details } from "./Details";
import { LatestCreditNotes, LatestInvoices, LatestPayments, OpenCharges } from "./Latest";
import { messages } from "./messages";
import { Owed } from "./Owed";
import type { ClientSearch } from "./search";
import { StatementView } from "./StatementView";

const NewChargeSheet = late(() => import("../charge/NewChargeSheet").then((part) => ({ default: part.NewChargeSheet })));
const NewPaymentSheet = late(() => import("../payments/NewPaymentSheet").then((part) => ({ default: part.NewPaymentSheet })));

/** One client: what it owes, what was billed and what came in, its credit, its statement, its details and its time line. */
export function ClientPage() {
  const t = useText(clientMessages);
  const { id } = useParams({ from: "/clients/$id" });
  const client = useQuery({ ...clientQuery(id), enabled: useMay("invoicing.see") });
  return (
    <Fetched needs="invoicing.see" title={t("client")} query={client}>
      {(found) => <Loaded key={id} client={found} />}
    </Fetched>
  );
}

function Loaded({ client }: { client: Client }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const clients = useText(clientMessages);
  const search = useSearch({ from: "/clients/$id" });
  const navigate = useNavigate();
  const [bill, take, subscribe] = [useMay("invoicing.bill"), useMay("invoicing.payments"), useMay("subscriptions.keep")];
  const set = (part: { [K in keyof ClientSearch]?: ClientSearch[K] | undefined }, replace = false) =>
    void navigate({ to: "/clients/$id", params: { id: client.id }, replace, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as ClientSearch });
  const active = client.standing === "active";
  return (
    <Page
      title={client.name}
      about={!active && <Pill>{clients(`standing_${client.standing}`)}</Pill>}
      actions={
        <>
          <Link to="/clients" search={{ client: client.id }} className={buttonClass()}>
            <Pencil aria-hidden className="size-4" />
            <span className="max-sm:sr-only">{words("edit")}</span>
          </Link>
          {bill && active && (
            <Link to="/invoices/new" search={{ client: client.id }} className={buttonClass()}>
              <FileText aria-hidden className="size-4" />
              <span className="max-sm:sr-only">{words("newInvoice")}</span>
            </Link>
          )}
          {subscribe && active && (
            <Link to="/subscriptions/checkouts" search={{ of: client.id, open: "new" }} className={buttonClass()}>
              <Link2 aria-hidden className="size-4" />
              <span className="max-sm:sr-only">{t("checkoutLink")}</span>
            </Link>
          )}
          {subscribe && client.standing !== "forgotten" && client.standing !== "merged" && (
            <Link to="/subscriptions/checkouts" search={{ of: client.id, open: "portal" }} className={buttonClass()}>
              <UserRoundCog aria-hidden className="size-4" />
              <span className="max-sm:sr-only">{t("portalLink")}</span>
            </Link>
          )}
          {take && client.standing !== "forgotten" && client.standing !== "merged" && (
            <Button tone="primary" icon={<Banknote aria-hidden className="size-4" />} onClick={() => set({ open: "payment" })}>
              {words("recordPayment")}
            </Button>
          )}
        </>
      }
      tabs={
        <Tabs
          label={words("views")}
          value={search.tab ?? "overview"}
          onChange={(tab) => set({ tab: tab === "statement" ? tab : undefined, on: undefined })}
          tabs={[{ value: "overview", label: t("overview") }, { value: "statement", label: t("statement") }]}
        />
      }
    >
      {search.tab === "statement" ? <StatementView client={client} on={search.on} onDay={(on) => set({ on }, true)} /> : <Overview client={client} search={search} set={set} />}
      <Suspense fallback={null}>
        {search.open === "payment" && take && <NewPaymentSheet client={client.id} onClose={() => set({ open: undefined })} onSaved={() => set({ open: undefined }, true)} />}
        {search.open === "charge" && bill && active && <NewChargeSheet client={client.id} onClose={() => set({ open: undefined })} onPosted={() => set({ open: undefined }, true)} />}
      </Suspense>
    </Page>
  );
}

function Overview({ client, search, set }: { client: Client; search: ClientSearch; set: (part: { [K in keyof ClientSearch]?: ClientSearch[K] | undefined }, replace?: boolean) => void }) {
  const t = useText(clientMessages);
  const { name: country } = useCountries();
  const language = useLanguageName();
  const words = useMemo(() => clientWords(t, country, language), [t, country, language]);
  const history = useQuery(clientHistoryQuery(client.id));
  const past = useQuery({ ...clientQuery(client.id, search.at), enabled: search.at !== undefined });
  return (
    <div className="flex flex-col gap-6 p-4 sm:p-6">
      {search.at === undefined && <Bounced client={client} />}
      <Owed id={client.id} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <LatestInvoices id={client.id} />
          <OpenCharges id={client.id} {...(client.standing === "active" ? { onNew: () => set({ open: "charge" }) } : {})} />
          <LatestPayments id={client.id} />
          <LatestCreditNotes id={client.id} />
        </div>
        <aside className="flex min-w-0 flex-col gap-8">
          <Credit client={client} open={search.open} onOpen={(open) => set({ open })} />
          <ErrorText error={past.error} />
          <Details client={(search.at === undefined ? undefined : past.data) ?? client} />
          <History entries={history.data?.items} error={history.error} at={search.at} onAt={(at) => set({ at }, true)} words={words} />
        </aside>
      </div>
    </div>
  );
}
