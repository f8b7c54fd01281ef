import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { patient } from "@/lib/late";
import { rootRoute } from "@/root";
import { readCalculatorSearch } from "./calculator/search";

export const usageRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/usage/calculator", validateSearch: readCalculatorSearch, component: lazyRouteComponent(patient(() => import("./calculator/CalculatorPage")), "CalculatorPage") }),
] as const;
