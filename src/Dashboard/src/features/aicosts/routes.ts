import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readAccountsSearch, readAccountSearch } from "./accounts/search";

export const aicostsRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/accounts", validateSearch: readAccountsSearch, component: lazyRouteComponent(patient(() => import("./accounts/AccountsPage")), "AccountsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/accounts/$id", validateSearch: readAccountSearch, component: lazyRouteComponent(patient(() => import("./accounts/AccountPage")), "AccountPage") }),
] as const;
