import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readBillingSearch } from "./billing/search";
import { readSettingsSearch } from "./settings/search";

/** `?sample=true` begins with the sample file. */
const readImportSearch = ({ sample }: Record<string, unknown>): { sample?: true } => (sample === true ? { sample } : {});

export const facilitiesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/facilities",
    validateSearch: readBillingSearch,
    component: lazyRouteComponent(patient(() => import("./billing/BillingPage")), "BillingPage"),
  }),
  createRoute({ getParentRoute: () => rootRoute, path: "/facilities/month-end", component: lazyRouteComponent(patient(() => import("./billing/MonthEndPage")), "MonthEndPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/facilities/import", validateSearch: readImportSearch, component: lazyRouteComponent(patient(() => import("./import/ImportPage")), "ImportPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings", validateSearch: readSettingsSearch, component: lazyRouteComponent(patient(() => import("./settings/SettingsPage")), "SettingsPage") }),
] as const;
