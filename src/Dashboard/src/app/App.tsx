import { RouterProvider } from "@tanstack/react-router";
import { router } from "./router";

/** How long the frame waits for the page in it before it is shown without, in milliseconds. */
const PATIENCE = 1_000;

/** Resolves when the page of the address can be shown at once, or when it has been waited for long enough. */
export const pageIsThere = () => Promise.race([router.load(), new Promise<void>((resume) => setTimeout(resume, PATIENCE))]);

/** The pages and the frame around them: loaded once it is known that somebody may see them. */
export default function App() {
  return <RouterProvider router={router} />;
}
