import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";

const kinds = ["billing", "directory", "imports", "settings"] as const;
export type ActivitySearch = { kind?: (typeof kinds)[number] };

export const activityRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/activity",
    validateSearch: ({ kind }: Record<string, unknown>): ActivitySearch => (kinds.includes(kind as never) ? { kind: kind as (typeof kinds)[number] } : {}),
    component: lazyRouteComponent(patient(() => import("./ActivityPage")), "ActivityPage"),
  }),
] as const;
