import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readCheckoutsSearch } from "./checkouts/search";
import { readDunningSearch } from "./dunning/search";
import { readSubscriptionsSearch } from "./list/search";
import { readMirroredSearch } from "./mirrored/search";
import { readPlansSearch } from "./plans/search";
import { readRevenueSearch } from "./revenue/search";
import { readStartSearch } from "./start/search";
import { readStripeSearch } from "./stripe/search";
import { readSubscriptionSearch } from "./subscription/search";

export const subscriptionsRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions", validateSearch: readSubscriptionsSearch, component: lazyRouteComponent(patient(() => import("./list/SubscriptionsPage")), "SubscriptionsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/new", validateSearch: readStartSearch, component: lazyRouteComponent(patient(() => import("./start/StartPage")), "StartPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/$id", validateSearch: readSubscriptionSearch, component: lazyRouteComponent(patient(() => import("./subscription/SubscriptionPage")), "SubscriptionPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/plans", validateSearch: readPlansSearch, component: lazyRouteComponent(patient(() => import("./plans/PlansPage")), "PlansPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/plans/new", component: lazyRouteComponent(patient(() => import("./plans/PlanEditorPage")), "NewPlanPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/plans/$code", component: lazyRouteComponent(patient(() => import("./plans/PlanPage")), "PlanPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/plans/$code/edit", component: lazyRouteComponent(patient(() => import("./plans/PlanEditorPage")), "EditPlanPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/revenue", validateSearch: readRevenueSearch, component: lazyRouteComponent(patient(() => import("./revenue/RevenuePage")), "RevenuePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/dunning", validateSearch: readDunningSearch, component: lazyRouteComponent(patient(() => import("./dunning/DunningPage")), "DunningPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/checkouts", validateSearch: readCheckoutsSearch, component: lazyRouteComponent(patient(() => import("./checkouts/CheckoutsPage")), "CheckoutsPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/stripe", validateSearch: readStripeSearch, component: lazyRouteComponent(patient(() => import("./stripe/StripePage")), "StripePage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/subscriptions/mirrored", validateSearch: readMirroredSearch, component: lazyRouteComponent(patient(() => import("./mirrored/MirroredPage")), "MirroredPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/settings/subscriptions", component: lazyRouteComponent(patient(() => import("./settings/SubscriptionsSettingsPage")), "SubscriptionsSettingsPage") }),
] as const;
