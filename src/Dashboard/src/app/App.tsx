import { RouterProvider } from "@tanstack/react-router";
import { router } from "./router";

/** The pages and the frame around them: loaded once it is known that somebody may see them. */
export default function App() {
  return <RouterProvider router={router} />;
}
