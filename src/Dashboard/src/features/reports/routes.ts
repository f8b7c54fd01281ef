import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readReportSearch } from "./search";

export const reportsRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/reports", component: lazyRouteComponent(patient(() => import("./ReportsPage")), "ReportsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/reports/$name", validateSearch: readReportSearch, component: lazyRouteComponent(patient(() => import("./ReportPage")), "ReportPage") }),
] as const;
