import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readConnectionsSearch, readConnectionSearch, readPassSearch } from "./connections/search";
import { readMonthSearch } from "./months/search";
import { readPortalSearch } from "./portal/search";
import { readProjectsSearch } from "./projects/search";
import { readRequestsSearch } from "./requests/search";
import { readSettingsSearch } from "./settings/search";
import { readSitesSearch } from "./sites/search";

export const supportRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/support", validateSearch: readRequestsSearch, component: lazyRouteComponent(patient(() => import("./requests/RequestsPage")), "RequestsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/import", component: lazyRouteComponent(patient(() => import("./requestImport/RequestImportPage")), "RequestImportPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/figures", validateSearch: readRequestsSearch, component: lazyRouteComponent(patient(() => import("./figures/FiguresPage")), "FiguresPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/months", component: lazyRouteComponent(patient(() => import("./months/MonthPage")), "LatestMonthPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/months/$month", validateSearch: readMonthSearch, component: lazyRouteComponent(patient(() => import("./months/MonthPage")), "MonthPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/projects", validateSearch: readProjectsSearch, component: lazyRouteComponent(patient(() => import("./projects/ProjectsPage")), "ProjectsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/sites", validateSearch: readSitesSearch, component: lazyRouteComponent(patient(() => import("./sites/SitesPage")), "SitesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/connections", validateSearch: readConnectionsSearch, component: lazyRouteComponent(patient(() => import("./connections/ConnectionsPage")), "ConnectionsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/connections/$id", validateSearch: readConnectionSearch, component: lazyRouteComponent(patient(() => import("./connections/ConnectionPage")), "ConnectionPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/connections/$id/passes/$pass", validateSearch: readPassSearch, component: lazyRouteComponent(patient(() => import("./passes/PassPage")), "PassPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/messages", component: lazyRouteComponent(patient(() => import("./messages/MessagesPage")), "MessagesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/messages/words", component: lazyRouteComponent(patient(() => import("./messages/WordsPage")), "WordsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/portal", validateSearch: readPortalSearch, component: lazyRouteComponent(patient(() => import("./portal/PortalUsersPage")), "PortalUsersPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/support/settings", validateSearch: readSettingsSearch, component: lazyRouteComponent(patient(() => import("./settings/TermsPage")), "TermsPage") }),
] as const;
