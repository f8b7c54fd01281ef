import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/root";

export const activityRoutes = [createRoute({ getParentRoute: () => rootRoute, path: "/activity", component: lazyRouteComponent(() => import("./ActivityPage"), "ActivityPage") })] as const;
