import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";

export const overviewRoutes = [createRoute({ getParentRoute: () => rootRoute, path: "/", component: lazyRouteComponent(patient(() => import("./OverviewPage")), "OverviewPage") })] as const;
