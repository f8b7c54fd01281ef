import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readCalculatorSearch } from "./calculator/search";
import { readBillSearch } from "./bills/search";
import { readLimitsSearch } from "./limits/search";
import { readUsageSearch } from "./meters/search";
import { readWhatIfSearch } from "./whatif/search";
import { readTailSearch } from "./tail/search";

export const usageRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/usage", validateSearch: readUsageSearch, component: lazyRouteComponent(patient(() => import("./meters/UsagePage")), "UsagePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/calculator", validateSearch: readCalculatorSearch, component: lazyRouteComponent(patient(() => import("./calculator/CalculatorPage")), "CalculatorPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/plans", component: lazyRouteComponent(patient(() => import("./plans/PlansPage")), "PlansPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/plans/new", component: lazyRouteComponent(patient(() => import("./plans/NewPlanPage")), "NewPlanPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/plans/$code", component: lazyRouteComponent(patient(() => import("./plans/PlanPage")), "PlanPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/bills", validateSearch: readBillSearch, component: lazyRouteComponent(patient(() => import("./bills/BillsPage")), "BillsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/what-if", validateSearch: readWhatIfSearch, component: lazyRouteComponent(patient(() => import("./whatif/WhatIfPage")), "WhatIfPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/backfills", component: lazyRouteComponent(patient(() => import("./backfills/BackfillsPage")), "BackfillsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/backfills/$id", component: lazyRouteComponent(patient(() => import("./backfills/BackfillPage")), "BackfillPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/limits", validateSearch: readLimitsSearch, component: lazyRouteComponent(patient(() => import("./limits/LimitsPage")), "LimitsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/wallets", component: lazyRouteComponent(patient(() => import("./wallets/WalletsPage")), "WalletsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/wallets/$id", component: lazyRouteComponent(patient(() => import("./wallets/WalletPage")), "WalletPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/coupons", component: lazyRouteComponent(patient(() => import("./coupons/CouponsPage")), "CouponsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/coupons/$id", component: lazyRouteComponent(patient(() => import("./coupons/CouponPage")), "CouponPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/live", validateSearch: readTailSearch, component: lazyRouteComponent(patient(() => import("./tail/TailPage")), "TailPage") }),
] as const;
