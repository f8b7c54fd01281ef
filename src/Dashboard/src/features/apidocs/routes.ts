import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";

export const apidocsRoutes = [createRoute({ getParentRoute: () => rootRoute, path: "/api-docs", staticData: { ownMain: true }, component: lazyRouteComponent(patient(() => import("./ApiPage")), "ApiPage") })] as const;
