import { useSyncExternalStore } from "react";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "./queries";
import { session, type Standing } from "./session";

/** What one may or may not do; the server's names (`GET /api/permissions`). */
export type Permission =
  | "facilities.see" | "facilities.bill" | "facilities.arrange"
  | "organisation.see" | "organisation.arrange" | "organisation.own"
  | "people.see" | "people.arrange" | "keys.arrange" | "webhooks.arrange" | "audit.see"
  | "invoicing.see" | "invoicing.bill" | "invoicing.payments" | "invoicing.correct" | "invoicing.arrange"
  | "usage.see" | "usage.record" | "usage.arrange"
  | "subscriptions.see" | "subscriptions.keep" | "subscriptions.arrange"
  | "aicosts.see" | "aicosts.record" | "aicosts.arrange"
  | "support.see" | "support.keep" | "support.arrange"
  | "reports.keep"
  | "operations.see" | "operations.mend";

export const useStanding = (): Standing => useSyncExternalStore(session.subscribe, () => session.standing);

/** Whether the session ended under the page, which waits for its person. */
export const useLapsed = (): boolean => useSyncExternalStore(session.subscribe, () => session.lapsed);

/** Who is signed in; undefined where nobody needs to be. */
export const useMe = () => useQuery({ ...meQuery, enabled: useStanding() === "in" }).data;

/** Whether to offer something. The server refuses it anyway. */
export function useMay(permission: Permission): boolean {
  const me = useMe();
  return useStanding() === "open" || (me?.permissions.includes(permission) ?? false);
}

/** For lists of things that each need a permission: `may("people.see")`. */
export function useMayAny(): (permission: Permission | undefined) => boolean {
  const me = useMe();
  const open = useStanding() === "open";
  return (permission) => permission === undefined || open || (me?.permissions.includes(permission) ?? false);
}
