import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readWebhookSearch, readWebhooksSearch } from "./search";

export const webhooksRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/webhooks", validateSearch: readWebhooksSearch, component: lazyRouteComponent(patient(() => import("./WebhooksPage")), "WebhooksPage") }),
  createRoute({ getParentRoute: () => rootRoute, path: "/webhooks/$id", validateSearch: readWebhookSearch, component: lazyRouteComponent(patient(() => import("./WebhookPage")), "WebhookPage") }),
] as const;
