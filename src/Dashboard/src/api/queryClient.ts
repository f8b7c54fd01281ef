import { QueryClient } from "@tanstack/react-query";
import { isProblem } from "./problem";

/** Answers stay fresh until a live change says otherwise; only what may pass by itself is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && isProblem(error) && (error.status === 0 || error.status === 503),
    },
  },
});
