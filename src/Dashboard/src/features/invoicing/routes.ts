import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readClientsSearch } from "./clients/search";
import { readNewInvoiceSearch } from "./editor/search";
import { readInvoiceSearch, readInvoicesSearch } from "./invoices/search";
import { readStatisticsSearch } from "./statistics/search";
import { readNewRunSearch, readRunsSearch } from "./runs/search";

export const invoicingRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/clients", validateSearch: readClientsSearch, component: lazyRouteComponent(patient(() => import("./clients/ClientsPage")), "ClientsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/clients/import", component: lazyRouteComponent(patient(() => import("./clientImport/ClientImportPage")), "ClientImportPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices", validateSearch: readInvoicesSearch, component: lazyRouteComponent(patient(() => import("./invoices/InvoicesPage")), "InvoicesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices/new", validateSearch: readNewInvoiceSearch, component: lazyRouteComponent(patient(() => import("./editor/EditorPage")), "NewInvoicePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices/$id", validateSearch: readInvoiceSearch, component: lazyRouteComponent(patient(() => import("./invoices/InvoicePage")), "InvoicePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices/$id/edit", component: lazyRouteComponent(patient(() => import("./editor/EditorPage")), "EditInvoicePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/billing-runs", validateSearch: readRunsSearch, component: lazyRouteComponent(patient(() => import("./runs/RunsPage")), "RunsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/billing-runs/new", validateSearch: readNewRunSearch, component: lazyRouteComponent(patient(() => import("./runs/NewRunPage")), "NewRunPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/billing-runs/$id", component: lazyRouteComponent(patient(() => import("./runs/RunPage")), "RunPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/statistics", validateSearch: readStatisticsSearch, component: lazyRouteComponent(patient(() => import("./statistics/StatisticsPage")), "StatisticsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/invoicing", component: lazyRouteComponent(patient(() => import("./settings/InvoicingSettingsPage")), "InvoicingSettingsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/reminders", component: lazyRouteComponent(patient(() => import("./reminders/RemindersSettingsPage")), "RemindersSettingsPage") }),
] as const;
