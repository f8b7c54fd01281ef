import assert from "node:assert/strict";
import { until } from "./until.mjs";

/** A person without a mouse. `page.mouseUsed()` proves it. */
export async function keyboardOnly(page) {
  await page.context().addInitScript(() => {
    for (const type of ["pointerdown", "mousedown", "click", "wheel"]) addEventListener(type, (event) => event.isTrusted && event.detail !== 0 && (window.mouse = (window.mouse ?? 0) + 1), true);
  });
  const { keyboard } = page;
  const focused = () => page.evaluate(() => {
    const at = document.activeElement;
    return at && at !== document.body ? { name: (at.getAttribute("aria-label") ?? at.innerText ?? "").trim(), cell: at.getAttribute("data-cell"), tag: at.tagName, role: at.getAttribute("role") } : null;
  });
  return {
    press: async (...keys) => {
      for (const key of keys) await keyboard.press(key);
    },
    type: (text) => keyboard.type(text),
    focused,
    /** Presses Tab until the focus is where `wanted` says. */
    tabTo: async (what, wanted, limit = 80, key = "Tab") => {
      for (let presses = 0; presses < limit; presses++) {
        const now = await focused();
        if (now && wanted(now)) return now;
        await keyboard.press(key);
      }
      assert.fail(`${limit} times Tab did not reach ${what}; the focus is at ${JSON.stringify(await focused())}`);
    },
    /** Waits until the focus is there: what loads late takes it late. */
    focusIs: (what, wanted) => until(`the focus is ${what}`, async () => {
      const now = await focused();
      return now && wanted(now) ? now : null;
    }),
    neverMouse: async () => assert.equal(await page.evaluate(() => window.mouse ?? 0), 0, "the mouse was used"),
  };
}
