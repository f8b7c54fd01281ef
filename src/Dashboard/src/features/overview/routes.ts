import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/root";

export const overviewRoutes = [createRoute({ getParentRoute: () => rootRoute, path: "/", component: lazyRouteComponent(() => import("./OverviewPage"), "OverviewPage") })] as const;
