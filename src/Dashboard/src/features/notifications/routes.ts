import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";

/** What the address of the list says. */
export interface NotificationsSearch {
  /** Absent: all of them. */
  show?: "unread";
}

export const notificationsRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/notifications", validateSearch: ({ show }: Record<string, unknown>): NotificationsSearch => (show === "unread" ? { show } : {}), component: lazyRouteComponent(patient(() => import("./NotificationsPage")), "NotificationsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/notifications", component: lazyRouteComponent(patient(() => import("./PreferencesPage")), "PreferencesPage") }),
] as const;
