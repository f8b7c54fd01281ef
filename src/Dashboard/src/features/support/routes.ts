import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readMonthSearch } from "./months/search";
import { readProjectsSearch } from "./projects/search";
import { readRequestsSearch } from "./requests/search";
import { readSettingsSearch } from "./settings/search";
import { readSitesSearch } from "./sites/search";

export const supportRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/support", validateSearch: readRequestsSearch, component: lazyRouteComponent(patient(() => import("./requests/RequestsPage")), "RequestsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/figures", validateSearch: readRequestsSearch, component: lazyRouteComponent(patient(() => import("./figures/FiguresPage")), "FiguresPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/months", component: lazyRouteComponent(patient(() => import("./months/MonthPage")), "LatestMonthPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/months/$month", validateSearch: readMonthSearch, component: lazyRouteComponent(patient(() => import("./months/MonthPage")), "MonthPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/projects", validateSearch: readProjectsSearch, component: lazyRouteComponent(patient(() => import("./projects/ProjectsPage")), "ProjectsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/sites", validateSearch: readSitesSearch, component: lazyRouteComponent(patient(() => import("./sites/SitesPage")), "SitesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/settings", validateSearch: readSettingsSearch, component: lazyRouteComponent(patient(() => import("./settings/TermsPage")), "TermsPage") }),
] as const;
