import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/root";
import { readTableSearch, type TableSearch } from "@/ui/table/view";

export interface PeopleSearch {
  show?: "matrix";
  invite?: true;
}
export interface AuditSearch extends TableSearch {
  entry?: number | undefined;
}

export const identityRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/profile", component: lazyRouteComponent(() => import("./settings/ProfilePage"), "ProfilePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/security", component: lazyRouteComponent(() => import("./settings/SecurityPage"), "SecurityPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/sessions", component: lazyRouteComponent(() => import("./settings/SessionsPage"), "SessionsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/organisation", component: lazyRouteComponent(() => import("./settings/OrganisationPage"), "OrganisationPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/danger", component: lazyRouteComponent(() => import("./settings/DangerPage"), "DangerPage") }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/settings/people",
    validateSearch: ({ show, invite }: Record<string, unknown>): PeopleSearch => ({ ...(show === "matrix" ? { show } : {}), ...(invite === true ? { invite } : {}) }),
    component: lazyRouteComponent(() => import("./people/PeoplePage"), "PeoplePage"),
  }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/api-keys", component: lazyRouteComponent(() => import("./keys/KeysPage"), "KeysPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/single-sign-on", component: lazyRouteComponent(() => import("./sso/SsoPage"), "SsoPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/mail-server", component: lazyRouteComponent(() => import("./mailserver/MailServerPage"), "MailServerPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/clock", component: lazyRouteComponent(() => import("./clock/ClockPage"), "ClockPage") }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/settings/audit",
    validateSearch: (search: Record<string, unknown>): AuditSearch => ({ ...readTableSearch(search), ...(typeof search.entry === "number" ? { entry: search.entry } : {}) }),
    component: lazyRouteComponent(() => import("./audit/AuditPage"), "AuditPage"),
  }),
] as const;
