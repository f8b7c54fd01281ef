import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readRequestsSearch } from "./requests/search";

export const supportRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/support", validateSearch: readRequestsSearch, component: lazyRouteComponent(patient(() => import("./requests/RequestsPage")), "RequestsPage") }),
] as const;
