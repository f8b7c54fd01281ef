import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, fetchFile } from "./client";
import type { BillingFilter } from "./types";

/** First parts of query keys: live updates speak of these. */
export const keys = {
  organisation: "organisation",
  settings: "settings",
  groups: "facility-groups",
  facilities: "facilities",
  statusSets: "status-sets",
  customDates: "custom-dates",
  cycles: "cycles",
  records: "billing-records",
  imports: "imports",
  clients: "clients",
  invoices: "invoices",
  explain: "explain",
  payments: "payments",
  creditNotes: "credit-notes",
  accounts: "accounts",
  charges: "charges",
  quotes: "quotes",
  recurring: "recurring-invoices",
  billingRuns: "billing-runs",
  invoicingSettings: "invoicing-settings",
  invoiceNumbers: "invoice-numbers",
  reminderPlan: "reminder-plan",
  meters: "meters",
  usage: "usage",
  plans: "usage-plans",
  usageBills: "usage-bills",
  wallets: "wallets",
  coupons: "coupons",
  backfills: "backfills",
  limits: "usage-limits",
  offers: "plans",
  subscriptions: "subscriptions",
  revenue: "recurring-revenue",
  subscriptionSettings: "subscription-settings",
  dunning: "dunning",
  cards: "payment-methods",
  checkouts: "checkouts",
  stripe: "stripe",
  aiAccounts: "ai-accounts",
  aiUsage: "ai-usage",
  aiPrices: "ai-prices",
  aiBudgets: "ai-budgets",
  aiSeats: "ai-seats",
  aiAlerts: "ai-alerts",
  aiAlertRules: "ai-alert-rules",
  aiAllocation: "ai-allocation",
  aiRebilling: "ai-rebilling",
  reports: "reports",
  webhooks: "webhooks",
  notifications: "notifications",
  notificationPreferences: "notification-preferences",
  supportRequests: "support-requests",
  supportProjects: "support-projects",
  supportSites: "support-sites",
  supportMonths: "support-months",
  supportTerms: "support-terms",
  supportConnections: "support-connections",
  supportPortal: "support-portal",
  supportMessages: "support-messages",
  activity: "activity",
  health: "health",
  me: "me",
  tenant: "tenant",
  people: "people",
  signIns: "sign-ins",
  apiKeys: "api-keys",
  permissions: "permissions",
  sso: "single-sign-on",
  mailServer: "mail-server",
  clock: "clock",
  sample: "sample",
  audit: "audit",
  history: "history",
} as const;

const minute = 60_000;

export const organisationQuery = queryOptions({ queryKey: [keys.organisation], queryFn: () => ask(api.GET("/api/organisation")), staleTime: 10 * minute });
/** What is measured, whatever it is sold by. */
export const metersQuery = queryOptions({ queryKey: [keys.meters], queryFn: ({ signal }) => ask(api.GET("/api/meters", { signal })) });
export const settingsQuery = queryOptions({ queryKey: [keys.settings], queryFn: () => ask(api.GET("/api/settings")), staleTime: 10 * minute });

/** What time it is for the organisation: in test mode, by a clock of its own. */
/** Of a sample company: how far its story is; asked for again as long as it goes on. */
export const sampleQuery = queryOptions({ queryKey: [keys.sample], queryFn: ({ signal }) => ask(api.GET("/api/sample", { signal })), staleTime: 0, refetchInterval: ({ state }) => (state.data?.playing ? 1_000 : false) });
export const clockQuery = queryOptions({ queryKey: [keys.clock], queryFn: ({ signal }) => ask(api.GET("/api/clock", { signal })), staleTime: 0 });

/** Who one is, where one belongs, and what one may there. */
export const meQuery = queryOptions({ queryKey: [keys.me], queryFn: () => ask(api.GET("/api/auth/me")), staleTime: 5_000, refetchOnWindowFocus: "always" });
export const tenantQuery = queryOptions({ queryKey: [keys.tenant], queryFn: ({ signal }) => ask(api.GET("/api/tenants/me", { signal })), staleTime: minute });
export const ownPlanQuery = queryOptions({ queryKey: [keys.tenant, "plan"], queryFn: ({ signal }) => ask(api.GET("/api/tenants/me/plan", { signal })), staleTime: minute });

/** The organisation's picture; `logo` is its address as the organisation tells it, and another one once the picture is. */
export const logoQuery = (logo: string | null | undefined) => queryOptions({ queryKey: [keys.tenant, "logo", logo], queryFn: async () => (await fetchFile("/api/tenants/me/logo")).blob(), enabled: !!logo, staleTime: Infinity });
export const permissionsQuery = queryOptions({ queryKey: [keys.permissions], queryFn: ({ signal }) => ask(api.GET("/api/permissions", { signal })), staleTime: 10 * minute });

export const groupsQuery = (archived: "true" | "false" | "all" = "false") =>
  queryOptions({ queryKey: [keys.groups, archived], queryFn: ({ signal }) => ask(api.GET("/api/facility-groups", { params: { query: { archived, limit: 200 } }, signal })) });

export const facilitiesQuery = (filter: { groupId?: string; search?: string; archived?: "true" | "false" | "all"; limit?: number } = {}) =>
  queryOptions({ queryKey: [keys.facilities, filter], queryFn: ({ signal }) => ask(api.GET("/api/facilities", { params: { query: { limit: 200, ...filter } }, signal })) });

export const statusSetsQuery = queryOptions({ queryKey: [keys.statusSets], queryFn: ({ signal }) => ask(api.GET("/api/status-sets", { signal })), staleTime: minute });

export const cyclesQuery = (id: string, query: { on?: string; past?: number; future?: number } = {}) =>
  queryOptions({ queryKey: [keys.cycles, id, query], queryFn: ({ signal }) => ask(api.GET("/api/facility-groups/{id}/cycles", { params: { path: { id }, query }, signal })) });

/** Clients to choose from or to name: the first of a search. */
export const clientsQuery = (filter: { search?: string; archived?: "true" | "false" | "all"; limit?: number } = {}) =>
  queryOptions({ queryKey: [keys.clients, "some", filter], queryFn: ({ signal }) => ask(api.GET("/api/clients", { params: { query: { limit: 50, ...filter } }, signal })) });

/** A client as it is, or as it was at a version. */
export const clientQuery = (id: string, at?: number) =>
  queryOptions({
    queryKey: [keys.clients, "one", id, at ?? "now"],
    queryFn: ({ signal }) => ask(api.GET("/api/clients/{id}", { params: { path: { id }, query: at === undefined ? {} : { at: String(at) } }, signal })),
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });

/** These clients, to name them; at most 200. */
export const clientsOfQuery = (ids: string[]) =>
  queryOptions({ queryKey: [keys.clients, "of", ids], queryFn: ({ signal }) => ask(api.GET("/api/clients", { params: { query: { id: ids, archived: "all", limit: 200 } }, signal })), staleTime: minute });

/** The first invoices of a search, to go to. */
export const invoicesQuery = (filter: { search: string; status?: string[]; limit?: number }) =>
  queryOptions({ queryKey: [keys.invoices, "some", filter], queryFn: ({ signal }) => ask(api.GET("/api/invoices", { params: { query: { limit: 10, ...filter } }, signal })) });

/** The first quotes of a search, to go to. */
export const quotesQuery = (search: string) => queryOptions({ queryKey: [keys.quotes, "some", search], queryFn: ({ signal }) => ask(api.GET("/api/quotes", { params: { query: { search, limit: 10 } }, signal })) });

/** Rows by cursor; totals and count come with the first page. */
export const recordsQuery = (filter: Omit<BillingFilter, "cursor">) =>
  infiniteQueryOptions({
    queryKey: [keys.records, filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/billing-records", { params: { query: { limit: 200, ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Only the totals and the count of a filter. */
export const totalsQuery = (filter: Omit<BillingFilter, "cursor" | "limit">) =>
  queryOptions({ queryKey: [keys.records, "totals", filter], queryFn: ({ signal }) => ask(api.GET("/api/billing-records", { params: { query: { ...filter, limit: 1 } }, signal })) });

export const activityQuery = (limit: number, kind?: "billing" | "directory" | "imports" | "settings") =>
  infiniteQueryOptions({
    queryKey: [keys.activity, limit, kind ?? "all"],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/activity", { params: { query: { limit, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const importsQuery = queryOptions({ queryKey: [keys.imports], queryFn: ({ signal }) => ask(api.GET("/api/imports", { signal })) });
