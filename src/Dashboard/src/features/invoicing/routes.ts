import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readClientsSearch } from "./clients/search";
import { readInvoiceSearch, readInvoicesSearch } from "./invoices/search";

export const invoicingRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/clients", validateSearch: readClientsSearch, component: lazyRouteComponent(patient(() => import("./clients/ClientsPage")), "ClientsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices", validateSearch: readInvoicesSearch, component: lazyRouteComponent(patient(() => import("./invoices/InvoicesPage")), "InvoicesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/invoices/$id", validateSearch: readInvoiceSearch, component: lazyRouteComponent(patient(() => import("./invoices/InvoicePage")), "InvoicePage") }),
] as const;
