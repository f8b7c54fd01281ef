import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { Banknote, Bot, Building2, CalendarDays, Download, FilePenLine, FilePlus, FolderPlus, Layers, RefreshCw, Repeat, UserPlus } from "lucide-react";
import { api, ask, download } from "@/api/client";
import { useMayAny } from "@/api/may";
import { facilitiesQuery, invoicesQuery } from "@/api/queries";
import type { Facility } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { toast } from "@/ui";
import { messages } from "./messages";
import { readAction } from "./paletteArguments";

/** Actions that work from every page, some with what is typed after them: a payment for a facility, the cycle of a day. */
export function PaletteActions({ query, item, pick, here }: { query: string; item: string; pick: (run: () => void) => () => void; /** Actions that the page itself has. */ here: readonly string[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const may = useMayAny();
  const read = readAction(query, formats.dateFormat, formats.today);
  const wanted = read?.action === "pay" && !may("facilities.bill") ? null : read;
  const named = wanted?.action === "pay" ? wanted.facility : "";
  const facilities = useQuery({ ...facilitiesQuery({ search: named, limit: 10 }), enabled: named !== "" }).data?.items ?? [];
  const payable = useQuery({ ...invoicesQuery({ search: read?.action === "pay" ? read.facility : "", status: ["issued"] }), enabled: read?.action === "pay" && may("invoicing.payments") }).data?.items ?? [];

  /** Opens the record that has been open longest; where none is, all of the facility. */
  const pay = async (facility: Facility) => {
    const { items } = await ask(api.GET("/api/billing-records", { params: { query: { facilityId: facility.id, state: "outstanding", sort: "from", limit: 1 } } }));
    const first = items[0];
    if (!first) toast.info(t("nothingOpen", { facility: facility.name }));
    await navigate({ to: "/facilities", search: { group: facility.groupId, facility: facility.id, ...(first?.id ? { record: first.id } : {}) } });
  };
  const exportAll = () => void download("/api/billing-records/export?format=xlsx", "billing-records.xlsx").catch(toast.error);

  return (
    <>
      {wanted?.action === "pay" &&
        facilities.map((facility) => (
          <Command.Item key={facility.id} value={`pay ${facility.name} ${facility.id}`} keywords={[query]} className={item} onSelect={pick(() => void pay(facility).catch(toast.error))}>
            <Banknote aria-hidden />
            <span className="min-w-0 flex-1 truncate">{t("recordPayment", { facility: facility.name })}</span>
            <span className="truncate text-table text-muted">{facility.groupName}</span>
          </Command.Item>
        ))}
      {read?.action === "pay" &&
        payable.map((invoice) => (
          <Command.Item key={invoice.id} value={`pay ${invoice.number} ${invoice.id}`} keywords={[query]} className={item} onSelect={pick(() => void navigate({ to: "/invoices/$id", params: { id: invoice.id }, search: { open: "payment" } }))}>
            <Banknote aria-hidden />
            <span className="min-w-0 flex-1 truncate">{t("payInvoice", { number: invoice.number ?? "", client: invoice.clientName })}</span>
            <span className="tabular truncate text-table text-muted">{formats.money(invoice.outstanding)}</span>
          </Command.Item>
        ))}
      {wanted?.action === "cycle" && (
        <Command.Item value={`cycle ${wanted.day}`} keywords={[query]} className={item} onSelect={pick(() => void navigate({ to: "/facilities", search: { on: wanted.day } }))}>
          <CalendarDays aria-hidden />
          <span className="flex-1">{t("goToCycle", { day: formats.day(wanted.day) })}</span>
        </Command.Item>
      )}
      {!wanted && (
        <>
          {may("facilities.bill") && (
            <Command.Item value={`action ${t("paymentHint")}`} keywords={["record", "payment", "pay", "zahlung"]} className={item} disabled>
              <Banknote aria-hidden />
              <span className="flex-1">{t("paymentHint")}</span>
            </Command.Item>
          )}
          {may("invoicing.payments") && !here.includes("record-payment") && (
            <Command.Item value={`action ${t("newPayment")}`} keywords={["record", "payment", "pay", "money", "zahlung", "geld"]} className={item} onSelect={pick(() => void navigate({ to: "/payments", search: { payment: "new" } }))}>
              <Banknote aria-hidden />
              <span className="flex-1">{t("newPayment")}</span>
            </Command.Item>
          )}
          {may("invoicing.bill") && !here.includes("new-billing-run") && (
            <Command.Item value={`action ${t("newRun")}`} keywords={["create", "start", "billing", "run", "abrechnungslauf", "lauf"]} className={item} onSelect={pick(() => void navigate({ to: "/billing-runs/new" }))}>
              <Layers aria-hidden />
              <span className="flex-1">{t("newRun")}</span>
            </Command.Item>
          )}
          {may("facilities.arrange") && (
            <Command.Item value={`action ${t("newGroup")}`} keywords={["create", "add", "group", "gruppe"]} className={item} onSelect={pick(() => void navigate({ to: "/settings", search: { tab: "groups", edit: "new" } }))}>
              <FolderPlus aria-hidden />
              <span className="flex-1">{t("newGroup")}</span>
            </Command.Item>
          )}
          {may("facilities.arrange") && !here.includes("new-facility") && (
            <Command.Item value={`action ${t("newFacility")}`} keywords={["create", "add", "facility", "einrichtung"]} className={item} onSelect={pick(() => void navigate({ to: "/settings", search: { tab: "facilities", edit: "new" } }))}>
              <Building2 aria-hidden />
              <span className="flex-1">{t("newFacility")}</span>
            </Command.Item>
          )}
          {may("invoicing.bill") && !here.includes("new-invoice") && (
            <Command.Item value={`action ${t("newInvoice")}`} keywords={["create", "add", "invoice", "rechnung"]} className={item} onSelect={pick(() => void navigate({ to: "/invoices/new" }))}>
              <FilePlus aria-hidden />
              <span className="flex-1">{t("newInvoice")}</span>
            </Command.Item>
          )}
          {may("invoicing.bill") && !here.includes("new-quote") && (
            <Command.Item value={`action ${t("newQuote")}`} keywords={["create", "add", "quote", "estimate", "angebot"]} className={item} onSelect={pick(() => void navigate({ to: "/quotes/new" }))}>
              <FilePenLine aria-hidden />
              <span className="flex-1">{t("newQuote")}</span>
            </Command.Item>
          )}
          {may("invoicing.bill") && !here.includes("new-recurring") && (
            <Command.Item value={`action ${t("newRecurring")}`} keywords={["create", "add", "recurring", "subscription", "wiederkehrend"]} className={item} onSelect={pick(() => void navigate({ to: "/recurring-invoices/new" }))}>
              <Repeat aria-hidden />
              <span className="flex-1">{t("newRecurring")}</span>
            </Command.Item>
          )}
          {may("subscriptions.keep") && !here.includes("new-subscription") && (
            <Command.Item value={`action ${t("newSubscription")}`} keywords={["create", "add", "subscription", "abonnement"]} className={item} onSelect={pick(() => void navigate({ to: "/subscriptions/new" }))}>
              <RefreshCw aria-hidden />
              <span className="flex-1">{t("newSubscription")}</span>
            </Command.Item>
          )}
          {may("aicosts.arrange") && !here.includes("new-ai-account") && (
            <Command.Item value={`action ${t("newAiAccount")}`} keywords={["create", "add", "ai", "account", "provider", "ki", "konto", "anbieter"]} className={item} onSelect={pick(() => void navigate({ to: "/ai/accounts", search: { open: "new" } }))}>
              <Bot aria-hidden />
              <span className="flex-1">{t("newAiAccount")}</span>
            </Command.Item>
          )}
          {may("invoicing.bill") && !here.includes("new-client") && (
            <Command.Item value={`action ${t("newClient")}`} keywords={["create", "add", "client", "customer", "kunde"]} className={item} onSelect={pick(() => void navigate({ to: "/clients", search: { client: "new" } }))}>
              <UserPlus aria-hidden />
              <span className="flex-1">{t("newClient")}</span>
            </Command.Item>
          )}
          <Command.Item value={`action ${t("exportAll")}`} keywords={["xlsx", "excel", "download", "export"]} className={item} onSelect={pick(exportAll)}>
            <Download aria-hidden />
            <span className="flex-1">{t("exportAll")}</span>
          </Command.Item>
        </>
      )}
    </>
  );
}
