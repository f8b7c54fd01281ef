import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readChargesSearch } from "./charges/search";
import { readClientSearch } from "./client/search";
import { readClientsSearch } from "./clients/search";
import { readCreditNotesSearch } from "./creditNotes/search";
import { readNewInvoiceSearch } from "./editor/search";
import { readInvoiceSearch, readInvoicesSearch } from "./invoices/search";
import { readNewQuoteSearch, readQuoteSearch, readQuotesSearch } from "./quotes/search";
import { readNewRecurringSearch, readRecurringListSearch, readRecurringSearch } from "./recurring/search";
import { readPaymentsSearch } from "./payments/search";
import { readStatisticsSearch } from "./statistics/search";
import { readNewRunSearch, readRunSearch, readRunsSearch } from "./runs/search";

export const invoicingRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/clients", validateSearch: readClientsSearch, component: lazyRouteComponent(patient(() => import("./clients/ClientsPage")), "ClientsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/clients/$id", validateSearch: readClientSearch, component: lazyRouteComponent(patient(() => import("./client/ClientPage")), "ClientPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/clients/import", component: lazyRouteComponent(patient(() => import("./clientImport/ClientImportPage")), "ClientImportPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/charges", validateSearch: readChargesSearch, component: lazyRouteComponent(patient(() => import("./charges/ChargesPage")), "ChargesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices", validateSearch: readInvoicesSearch, component: lazyRouteComponent(patient(() => import("./invoices/InvoicesPage")), "InvoicesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices/new", validateSearch: readNewInvoiceSearch, component: lazyRouteComponent(patient(() => import("./editor/EditorPage")), "NewInvoicePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices/$id", validateSearch: readInvoiceSearch, component: lazyRouteComponent(patient(() => import("./invoices/InvoicePage")), "InvoicePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices/$id/edit", component: lazyRouteComponent(patient(() => import("./editor/EditorPage")), "EditInvoicePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/quotes", validateSearch: readQuotesSearch, component: lazyRouteComponent(patient(() => import("./quotes/QuotesPage")), "QuotesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/quotes/new", validateSearch: readNewQuoteSearch, component: lazyRouteComponent(patient(() => import("./quotes/QuoteEditorPage")), "NewQuotePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/quotes/$id", validateSearch: readQuoteSearch, component: lazyRouteComponent(patient(() => import("./quotes/QuotePage")), "QuotePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/quotes/$id/edit", component: lazyRouteComponent(patient(() => import("./quotes/QuoteEditorPage")), "EditQuotePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/recurring-invoices", validateSearch: readRecurringListSearch, component: lazyRouteComponent(patient(() => import("./recurring/RecurringListPage")), "RecurringListPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/recurring-invoices/new", validateSearch: readNewRecurringSearch, component: lazyRouteComponent(patient(() => import("./recurring/RecurringEditorPage")), "NewRecurringPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/recurring-invoices/$id", validateSearch: readRecurringSearch, component: lazyRouteComponent(patient(() => import("./recurring/RecurringPage")), "RecurringPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/recurring-invoices/$id/edit", component: lazyRouteComponent(patient(() => import("./recurring/RecurringEditorPage")), "EditRecurringPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/recurring-invoices/$id/price", component: lazyRouteComponent(patient(() => import("./recurring/PriceChangePage")), "PriceChangePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/payments", validateSearch: readPaymentsSearch, component: lazyRouteComponent(patient(() => import("./payments/PaymentsPage")), "PaymentsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/credit-notes", validateSearch: readCreditNotesSearch, component: lazyRouteComponent(patient(() => import("./creditNotes/CreditNotesPage")), "CreditNotesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/credit-notes/$id", component: lazyRouteComponent(patient(() => import("./creditNotes/CreditNotePage")), "CreditNotePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/billing-runs", validateSearch: readRunsSearch, component: lazyRouteComponent(patient(() => import("./runs/RunsPage")), "RunsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/billing-runs/new", validateSearch: readNewRunSearch, component: lazyRouteComponent(patient(() => import("./runs/NewRunPage")), "NewRunPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/billing-runs/$id", validateSearch: readRunSearch, component: lazyRouteComponent(patient(() => import("./runs/RunPage")), "RunPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/statistics", validateSearch: readStatisticsSearch, component: lazyRouteComponent(patient(() => import("./statistics/StatisticsPage")), "StatisticsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/invoicing", component: lazyRouteComponent(patient(() => import("./settings/InvoicingSettingsPage")), "InvoicingSettingsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/reminders", component: lazyRouteComponent(patient(() => import("./reminders/RemindersSettingsPage")), "RemindersSettingsPage") }),
] as const;
