import { useSyncExternalStore } from "react";

const doors = ["/sign-in", "/register", "/setup", "/forgot", "/choose"];
/** Links of mails: they work for whoever holds them, signed in or not. */
const through = ["/reset", "/verify", "/invitation"];

/** Where people of clients look at what is theirs: an app of its own, with a sign-in of its own. */
export const PORTAL = "/portal";

export const isDoor = (path: string) => doors.includes(path) || through.includes(path);
export const leadsThrough = (path: string) => through.includes(path);

const listeners = new Set<() => void>();

/** Goes to another page at the door, where the router of the product is not loaded. */
export function goTo(path: string, replace = false): void {
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

/** The path of the address. Inside the product the router speaks for it. */
export const useAddress = (): string => useSyncExternalStore(subscribe, () => location.pathname);
