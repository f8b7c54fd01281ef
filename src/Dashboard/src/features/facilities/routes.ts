import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/root";
import { readSettingsSearch } from "./settings/search";

/** What the address of the billing page may say; the palette links here with a group or a facility. */
export interface BillingSearch {
  group?: string;
  facility?: string;
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

export const facilitiesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/facilities",
    validateSearch: (search: Record<string, unknown>): BillingSearch => ({ ...search, group: text(search.group), facility: text(search.facility) }),
    component: lazyRouteComponent(() => import("./BillingPage"), "BillingPage"),
  }),
  createRoute({ getParentRoute: () => rootRoute, path: "/facilities/month-end", component: lazyRouteComponent(() => import("./MonthEndPage"), "MonthEndPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/facilities/import", component: lazyRouteComponent(() => import("./import/ImportPage"), "ImportPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings", validateSearch: readSettingsSearch, component: lazyRouteComponent(() => import("./settings/SettingsPage"), "SettingsPage") }),
] as const;
