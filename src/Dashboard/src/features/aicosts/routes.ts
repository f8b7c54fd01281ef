import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readAccountsSearch, readAccountSearch } from "./accounts/search";
import { readAlertsSearch } from "./alerts/search";
import { readAllocationSearch } from "./allocation/search";
import { readAnalyticsSearch } from "./analytics/search";
import { readBudgetsSearch } from "./budgets/search";
import { readOverviewSearch } from "./overview/search";
import { readPricesSearch } from "./prices/search";
import { readRebillingSearch } from "./rebilling/search";
import { readSeatsSearch } from "./seats/search";
import { readRecordsSearch } from "./usage/search";
import { readWhatIfSearch } from "./whatif/search";

export const aicostsRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/ai", validateSearch: readOverviewSearch, component: lazyRouteComponent(patient(() => import("./overview/AiOverviewPage")), "AiOverviewPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/accounts", validateSearch: readAccountsSearch, component: lazyRouteComponent(patient(() => import("./accounts/AccountsPage")), "AccountsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/accounts/$id", validateSearch: readAccountSearch, component: lazyRouteComponent(patient(() => import("./accounts/AccountPage")), "AccountPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/usage", validateSearch: readRecordsSearch, component: lazyRouteComponent(patient(() => import("./usage/AiUsagePage")), "AiUsagePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/usage/import", component: lazyRouteComponent(patient(() => import("./imports/AiImportPage")), "AiImportPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/prices", validateSearch: readPricesSearch, component: lazyRouteComponent(patient(() => import("./prices/AiPricesPage")), "AiPricesPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/budgets", validateSearch: readBudgetsSearch, component: lazyRouteComponent(patient(() => import("./budgets/AiBudgetsPage")), "AiBudgetsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/seats", validateSearch: readSeatsSearch, component: lazyRouteComponent(patient(() => import("./seats/AiSeatsPage")), "AiSeatsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/alerts", validateSearch: readAlertsSearch, component: lazyRouteComponent(patient(() => import("./alerts/AiAlertsPage")), "AiAlertsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/analytics", validateSearch: readAnalyticsSearch, component: lazyRouteComponent(patient(() => import("./analytics/AiAnalyticsPage")), "AiAnalyticsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/what-if", validateSearch: readWhatIfSearch, component: lazyRouteComponent(patient(() => import("./whatif/AiWhatIfPage")), "AiWhatIfPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/allocation", validateSearch: readAllocationSearch, component: lazyRouteComponent(patient(() => import("./allocation/AiAllocationPage")), "AiAllocationPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/ai/rebilling", validateSearch: readRebillingSearch, component: lazyRouteComponent(patient(() => import("./rebilling/AiRebillingPage")), "AiRebillingPage") }),
] as const;
