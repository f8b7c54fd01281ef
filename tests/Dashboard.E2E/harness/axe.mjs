import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { painted, settled } from "./browser.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** The rules of those levels that depend on colours. */
const onColours = ["color-contrast", "link-in-text-block"];
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** axe finds nothing that WCAG 2.2 A or AA forbids in what is shown now. `without` names rules that do not apply; say why beside it. `colours` asks for the rules on colours alone. */
export async function accessible(page, { without = [], colours = false } = {}) {
  await page.waitForFunction(() => !document.querySelector("[data-ending-style]")); // what is closing is no part of the page any more
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const found = await page.evaluate(async ({ only, without }) => {
    const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
    // axe is in this document alone; a sandboxed mail has no origin that it could speak to.
    const { violations, passes } = await axe.run(document, { runOnly: only, rules, resultTypes: ["violations"], iframes: false });
    return { passes: passes.length, violations: violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, html, failureSummary }) => `${target.join(" ")}\n      ${html.slice(0, 200)}\n      ${failureSummary.replace(/\s*\n\s*/g, " ")}`) })) };
  }, { only: colours ? { type: "rule", values: onColours } : { type: "tag", values: levels }, without });
  assert.ok(found.passes > (colours ? 0 : 5), "axe looked at nothing");
  const told = found.violations.map(({ id, help, nodes }) => `  ${id}: ${help}\n    ${nodes.slice(0, 4).join("\n    ")}${nodes.length > 4 ? `\n    and ${nodes.length - 4} more` : ""}`);
  assert.equal(told.length, 0, `axe finds:\n${told.join("\n")}`);
}

/** Nothing scrolls sideways but what is made to: the page, its main part and an open sheet or dialog do not. */
export async function fits(page) {
  const wide = await page.evaluate(() =>
    [document.scrollingElement, ...document.querySelectorAll("main, [role=dialog], [role=alertdialog]")].flatMap((one) => {
      const [holds, shows] = [one.scrollWidth, one.clientWidth];
      if (holds <= shows) return [];
      const edge = one.getBoundingClientRect().right;
      const over = [...one.querySelectorAll("*")].filter((part) => part.getBoundingClientRect().right > edge + 0.5).slice(0, 3);
      return [`${one.tagName.toLowerCase()} holds ${holds} px in ${shows}: ${over.map((part) => part.outerHTML.slice(0, 160)).join(" | ")}`];
    }),
  );
  assert.deepEqual(wide, [], "something is wider than the page");
}

/**
 * What is shown now is for everybody, in the light and then in the dark, as when the system goes over to it in the evening. The dark changes colours and
 * nothing else, so there axe judges by the rules on colours alone. `name` is that of the pictures to look at.
 */
export async function forEverybody(page, name) {
  await fits(page);
  await accessible(page);
  if (name) await page.keep(`${name}-light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-theme=dark]").waitFor();
  await settled(page);
  await painted(page);
  await accessible(page, { colours: true });
  if (name) await page.keep(`${name}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.locator("html[data-theme=light]").waitFor();
  await painted(page); // the next who judges colours sees those of the light
}
