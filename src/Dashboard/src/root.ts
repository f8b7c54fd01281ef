import { createRootRoute } from "@tanstack/react-router";

/** The parent of every feature's routes. The shell gives it its looks (app/router). */
export const rootRoute = createRootRoute();

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** The page brings its own main landmark; the shell then offers none. */
    ownMain?: boolean;
  }
}
