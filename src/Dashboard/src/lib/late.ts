import { createElement, lazy, Suspense, type ComponentType } from "react";

/** How often one looks whether the server answers again, in milliseconds. */
const PAUSE = 2_000;

export interface Surroundings {
  /** Whether the server answers now. */
  answers: () => Promise<boolean>;
  /** Resolves when it is worth another try. */
  pause: () => Promise<void>;
  /** Told once per part that does not come. */
  missing: () => void;
  /** Loads the page anew; false where it was done for this page already. */
  reload: () => boolean;
}

/**
 * Loads a part of the program. Without a server it waits for one, and the page stays as it is: a person may have typed something. With one
 * the part is gone after an update: the page is loaded anew, once.
 */
export function patient<T>(load: () => Promise<T>, around: Surroundings = browser): () => Promise<T> {
  return async () => {
    for (let told = false; ; ) {
      try {
        return await load();
      } catch (error) {
        if (await around.answers()) {
          // It may have come back just now; a part that stays away is gone.
          const again = await load().then((part) => ({ part }), () => null);
          if (again) return again.part;
          if (!around.reload()) throw error;
          return new Promise<never>(() => {});
        }
        if (!told) around.missing();
        told = true;
        await around.pause();
      }
    }
  };
}

/** A component whose code comes when it is first shown. */
export const late = <T extends ComponentType<never>>(load: () => Promise<{ default: T }>): T => lazy(patient(load) as unknown as () => Promise<{ default: ComponentType }>) as unknown as T;

/** The same for what opens over a page: until its code is there, nothing is. */
export function lateOver<T extends ComponentType<never>>(load: () => Promise<{ default: T }>): T {
  const Part = late(load) as unknown as ComponentType<object>;
  return ((props: object) => createElement(Suspense, { fallback: null }, createElement(Part, props))) as unknown as T;
}

let tell = () => {};
/** Who says that a part did not come. */
export const onMissingPart = (how: () => void) => void (tell = how);

const KEY = "billing.reloaded";
const browser: Surroundings = {
  answers: () => fetch("/", { method: "HEAD", cache: "no-store" }).then((answer) => answer.status < 500, () => false),
  pause: () =>
    new Promise((resolve) => {
      const go = () => {
        removeEventListener("online", go);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(go, PAUSE);
      addEventListener("online", go);
    }),
  missing: () => tell(),
  reload: () => {
    if (sessionStorage.getItem(KEY) === location.href) return false;
    sessionStorage.setItem(KEY, location.href);
    location.reload();
    return true;
  },
};
