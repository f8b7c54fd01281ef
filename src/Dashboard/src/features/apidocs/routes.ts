import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/root";

export const apidocsRoutes = [createRoute({ getParentRoute: () => rootRoute, path: "/api-docs", staticData: { ownMain: true }, component: lazyRouteComponent(() => import("./ApiPage"), "ApiPage") })] as const;
