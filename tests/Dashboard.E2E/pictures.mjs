// Pictures of the sample company for the README: node pictures.mjs <address> <e-mail> <password>, with a product that runs (./dev run --demo) and has played it.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { desktop, painted, settled } from "./harness/browser.mjs";
import { inRepository } from "./harness/product.mjs";

const [url, email, password] = process.argv.slice(2);
const pages = [
  ["invoices", "/invoices"],
  ["subscriptions", "/subscriptions"],
  ["ai-costs", "/ai"],
];

mkdirSync(inRepository("docs/pictures"), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell", headless: true, chromiumSandbox: false, args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ baseURL: url, viewport: desktop, locale: "en-US", timezoneId: "UTC", reducedMotion: "reduce" });
const page = await context.newPage();
await page.goto("/");
await page.getByLabel("E-mail").or(page.getByLabel("Mail address")).first().fill(email);
await page.getByLabel("Password", { exact: true }).fill(password);
await page.keyboard.press("Enter");
await page.getByText("Sample company").first().waitFor();
for (const [name, path] of pages) {
  await page.goto(path);
  await page.locator("main :is(h1, h2)").first().waitFor();
  await settled(page);
  await painted(page);
  await page.screenshot({ path: inRepository(`docs/pictures/${name}.png`) });
}
await browser.close();
