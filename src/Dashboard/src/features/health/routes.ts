import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";

export const healthRoutes = [createRoute({ getParentRoute: () => rootRoute, path: "/status", component: lazyRouteComponent(patient(() => import("./HealthPage")), "HealthPage") })] as const;
