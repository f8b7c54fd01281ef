import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/root";
import { activityRoutes } from "@/features/activity/routes";
import { aicostsRoutes } from "@/features/aicosts/routes";
import { apidocsRoutes } from "@/features/apidocs/routes";
import { facilitiesRoutes } from "@/features/facilities/routes";
import { healthRoutes } from "@/features/health/routes";
import { identityRoutes } from "@/features/identity/routes";
import { invoicingRoutes } from "@/features/invoicing/routes";
import { notificationsRoutes } from "@/features/notifications/routes";
import { overviewRoutes } from "@/features/overview/routes";
import { subscriptionsRoutes } from "@/features/subscriptions/routes";
import { supportRoutes } from "@/features/support/routes";
import { usageRoutes } from "@/features/usage/routes";
import { reportsRoutes } from "@/features/reports/routes";
import { webhooksRoutes } from "@/features/webhooks/routes";
import { Broken, NotFound, Pending } from "./Fallbacks";
import { Shell } from "./Shell";

rootRoute.update({ component: Shell, notFoundComponent: NotFound });

// The table kit by itself, for trying and measuring it; in a build only when asked for.
const kit = import.meta.env.DEV || import.meta.env.VITE_KIT ? [createRoute({ getParentRoute: () => rootRoute, path: "/kit" as string, component: lazyRouteComponent(() => import("../../dev/KitPage"), "KitPage") })] : [];

/** Every page, each in a chunk of its own. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([...overviewRoutes, ...facilitiesRoutes, ...invoicingRoutes, ...usageRoutes, ...subscriptionsRoutes, ...aicostsRoutes, ...supportRoutes, ...activityRoutes, ...healthRoutes, ...identityRoutes, ...reportsRoutes, ...webhooksRoutes, ...notificationsRoutes, ...apidocsRoutes, ...kit]),
  defaultPreload: "intent",
  defaultPendingComponent: Pending,
  defaultPendingMs: 150,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
