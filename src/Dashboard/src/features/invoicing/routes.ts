import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readClientsSearch } from "./clients/search";

export const invoicingRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/clients", validateSearch: readClientsSearch, component: lazyRouteComponent(patient(() => import("./clients/ClientsPage")), "ClientsPage") }),
] as const;
