import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/root";

export const healthRoutes = [createRoute({ getParentRoute: () => rootRoute, path: "/status", component: lazyRouteComponent(() => import("./HealthPage"), "HealthPage") })] as const;
