import type { QueryClient } from "@tanstack/react-query";
import { keys } from "./queries";
import { send } from "./session";

/** One thing that happened on the server. */
export interface Change {
  seq: number;
  type: string;
  stream: string;
  id: string;
  version: number;
  at: string;
}
export interface ServerSentEvent {
  id?: string;
  event: string;
  data: string;
}

/** Which lists a stream type appears in. A stream nobody named here touches only the activity. */
const touched: Record<string, readonly string[]> = {
  // Rows are put in place one by one: api/records.
  "facilities.billing_record": [],
  "facilities.facility": [keys.facilities, keys.groups, keys.records, keys.reports],
  "facilities.group": [keys.groups, keys.facilities, keys.cycles, keys.customDates, keys.records, keys.reports],
  "facilities.status_set": [keys.statusSets, keys.records],
  "facilities.settings": [keys.settings, keys.organisation],
  "invoicing.client": [keys.clients, keys.invoices, keys.quotes, keys.recurring, keys.payments, keys.creditNotes, keys.accounts, keys.reports],
  "invoicing.client_import": [keys.clients],
  "invoicing.exchange_rates": [keys.invoices],
  "invoicing.billing_run": [keys.billingRuns],
  "invoicing.invoice": [keys.invoices, keys.accounts, keys.reports],
  "invoicing.wanted_invoice": [keys.subscriptions, keys.supportMonths, keys.supportRequests, keys.supportProjects],
  "invoicing.quote": [keys.quotes],
  "invoicing.recurring_invoice": [keys.recurring],
  "invoicing.payment": [keys.invoices, keys.payments, keys.accounts, keys.reports],
  "invoicing.credit_note": [keys.invoices, keys.creditNotes, keys.accounts, keys.reports],
  "invoicing.client_account": [keys.accounts],
  "invoicing.charge": [keys.charges, keys.aiRebilling],
  "invoicing.settings": [keys.invoicingSettings],
  "invoicing.number_series": [keys.invoiceNumbers],
  "invoicing.reminder_plan": [keys.reminderPlan, keys.invoices],
  "invoicing.invoice_reminders": [keys.invoices],
  "usage.meter": [keys.meters, keys.reports],
  "usage.plan": [keys.plans],
  "usage.subject": [keys.plans],
  "usage.bill": [keys.usageBills],
  "subscriptions.plan": [keys.offers, keys.subscriptions],
  "subscriptions.subscription": [keys.subscriptions, keys.revenue, keys.reports],
  "subscriptions.mirrored_subscription": [keys.subscriptions, keys.revenue, keys.reports],
  "subscriptions.collection": [keys.dunning],
  "subscriptions.paying_client": [keys.cards],
  "subscriptions.settings": [keys.subscriptionSettings],
  "subscriptions.stripe_object": [keys.stripe],
  "aicosts.account": [keys.aiAccounts, keys.aiUsage, keys.aiBudgets, keys.reports],
  "aicosts.readings": [keys.aiAccounts, keys.aiUsage, keys.aiBudgets, keys.reports],
  "aicosts.entry": [keys.aiUsage, keys.aiBudgets, keys.aiAccounts, keys.reports],
  "aicosts.prices": [keys.aiPrices, keys.aiUsage, keys.aiBudgets, keys.aiAccounts],
  "aicosts.seats": [keys.aiSeats, keys.aiUsage, keys.aiBudgets, keys.aiAccounts],
  "aicosts.alert": [keys.aiAlerts],
  "aicosts.alert_rule": [keys.aiAlertRules, keys.aiAlerts],
  "aicosts.budget": [keys.aiBudgets],
  "aicosts.import": [keys.aiUsage, keys.aiBudgets, keys.aiAccounts, keys.reports],
  "aicosts.allocation": [keys.aiAllocation, keys.aiUsage, keys.aiBudgets, keys.aiRebilling, keys.reports],
  "aicosts.rebilling": [keys.aiRebilling],
  "aicosts.charge": [keys.aiRebilling],
  "reporting.saved_report": [keys.reports],
  "notifications.webhook_endpoint": [keys.webhooks],
  "notifications.telling": [keys.notifications],
  "notifications.preferences": [keys.notificationPreferences],
  "support.request": [keys.supportRequests, keys.supportMonths, keys.reports],
  "support.project": [keys.supportProjects, keys.supportMonths, keys.reports],
  "support.site": [keys.supportSites, keys.supportMonths, keys.reports],
  "support.terms": [keys.supportTerms, keys.supportRequests, keys.supportMonths, keys.reports],
  "support.connection": [keys.supportConnections],
  "support.portal_user": [keys.supportPortal],
  "support.message_import": [keys.supportMessages],
  "support.message_sorting": [keys.supportMessages],
  "support.ledger": [keys.supportMonths, keys.supportRequests, keys.supportProjects, keys.reports],
  "identity.organisation": [keys.me, keys.tenant, keys.organisation, keys.people, keys.sso],
  "identity.person": [keys.me, keys.people],
  "identity.sign_in": [keys.signIns],
  "identity.api_key": [keys.apiKeys],
  "usage.usage": [keys.usage, keys.reports],
  "usage.wallet": [keys.wallets],
  "usage.coupon": [keys.coupons],
  "usage.backfill": [keys.backfills, keys.usage, keys.limits, keys.reports],
  "usage.subject_limits": [keys.limits],
  "usage.limit_alert": [keys.limits],
  "facilities.import": [keys.imports, keys.groups, keys.facilities, keys.records],
};

export const queriesTouchedBy = (stream: string): readonly string[] => [...(touched[stream] ?? []), keys.activity, ...(stream.startsWith("identity.") ? [keys.audit] : [])];

/** Cuts a text/event-stream into events; what is not finished yet stays for the next piece. */
export function eventReader(onEvent: (event: ServerSentEvent) => void): (piece: string) => void {
  let rest = "";
  let open: { id?: string; event: string; data: string[] } = { event: "message", data: [] };
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (open.data.length > 0) onEvent({ ...(open.id === undefined ? {} : { id: open.id }), event: open.event, data: open.data.join("\n") });
        open = { event: "message", data: [] };
      } else if (!line.startsWith(":")) {
        const at = line.indexOf(":");
        const name = at < 0 ? line : line.slice(0, at);
        const value = at < 0 ? "" : line.slice(at + 1).replace(/^ /, "");
        if (name === "id") open.id = value;
        else if (name === "event") open.event = value;
        else if (name === "data") open.data.push(value);
      }
    }
  };
}

type Listener = (change: Change) => void;
const listeners = new Set<Listener>();

/** Hears of every change as it arrives; returns how to stop. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Keeps the queries fresh while the page is visible. A hidden page lets go of its connection (browsers allow six per host) and resumes where
 * it was, by Last-Event-ID. Bursts, such as an import, become one refresh per list. Returns how to stop.
 */
export function followLive(queries: QueryClient, path = "/api/live"): () => void {
  let last: string | undefined;
  let stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let connected = false;
  const stale = new Set<string>();

  const refresh = () => {
    timer = undefined;
    for (const key of stale) void queries.invalidateQueries({ queryKey: [key] });
    stale.clear();
  };
  const hear = (event: ServerSentEvent) => {
    if (event.id !== undefined) last = event.id;
    if (event.event !== "change") return;
    const change = JSON.parse(event.data) as Change;
    for (const listener of listeners) listener(change);
    for (const key of queriesTouchedBy(change.stream)) stale.add(key);
    timer ??= setTimeout(refresh, 300);
  };
  const listen = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        const answer = await send(new Request(new URL(path, location.origin), { headers: { Accept: "text/event-stream", ...(last === undefined ? {} : { "Last-Event-ID": last }) }, cache: "no-store", signal }));
        if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
        // Nothing to resume from, and something may have been missed meanwhile.
        if (connected && last === undefined) void queries.invalidateQueries();
        connected = true;
        tries = 0;
        const read = eventReader(hear);
        const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) read(piece.value);
      } catch {
        if (signal.aborted) return;
      }
      tries++;
      await new Promise((resume) => setTimeout(resume, Math.min(30_000, 500 * 2 ** Math.min(tries, 6))));
    }
  };
  const follow = () => {
    stop.abort();
    stop = new AbortController();
    if (document.visibilityState === "visible") void listen(stop.signal);
  };

  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    stop.abort();
    clearTimeout(timer);
  };
}
