import type { Steps } from "./types";

/** The next whole step above or below a number: 0.3 in quarters goes up to 0.5 and down to 0.25. */
export function stepped(from: number, { by, least, most }: Steps, up: boolean): number {
  const at = from / by;
  const next = up ? Math.floor(at + 1e-9) + 1 : Math.ceil(at - 1e-9) - 1;
  return Math.min(most, Math.max(least, next * by));
}
