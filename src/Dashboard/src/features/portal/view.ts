import { useCallback, useEffect, useState } from "react";
import { PORTAL } from "@/lib/address";

export const views = ["tickets", "sites", "projects", "invoices"] as const;
export type View = (typeof views)[number];

/** What the address asks for. Paths under the portal's are links by which subscriptions are looked after, so the view stands behind the question mark. */
export const readView = (search: string): View => views.find((one) => one === new URLSearchParams(search).get("page")) ?? "tickets";

/** The view in the address, and the way to another one. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState(() => readView(location.search));
  useEffect(() => {
    const back = () => setView(readView(location.search));
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const show = useCallback((next: View) => {
    history.pushState(null, "", next === "tickets" ? PORTAL : `${PORTAL}?page=${next}`);
    setView(next);
  }, []);
  return [view, show];
}
