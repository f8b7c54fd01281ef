import { setTimeout as pause } from "node:timers/promises";

const BETWEEN = 50;

/** Asks again until `condition` answers something true, at most `limit` milliseconds; the name says what never came. */
export async function until(name, condition, limit = 15_000) {
  const end = performance.now() + limit;
  let last;
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      if (error.final) throw error;
      last = error;
    }
    if (performance.now() >= end) throw new Error(`Waited ${limit} ms in vain until ${name}.${last ? ` Last: ${last.message}` : ""}`);
    await pause(BETWEEN);
  }
}
