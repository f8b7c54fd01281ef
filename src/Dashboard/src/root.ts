import { createRootRoute } from "@tanstack/react-router";

/** The parent of every feature's routes. The shell gives it its looks (app/router). */
export const rootRoute = createRootRoute();
