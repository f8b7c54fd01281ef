// Pictures of the sample company for the README, of a product that runs (./dev run --demo) and has played it: node pictures.mjs <address> <mail address> <password>
import { mkdirSync } from "node:fs";
import { painted, settled, startBrowser } from "./harness/browser.mjs";
import { inRepository } from "./harness/product.mjs";

const [url, email, password] = process.argv.slice(2);
const pages = { invoices: "/invoices", revenue: "/subscriptions/revenue", support: "/support/figures" };

mkdirSync(inRepository("docs/pictures"), { recursive: true });
const browser = await startBrowser({ url, owner: { email, password } });
const page = await browser.open();
for (const [name, path] of Object.entries(pages)) {
  await page.go(path);
  await page.getByText("Sample company:").waitFor();
  const verify = page.getByRole("button", { name: "Later" });
  if (await verify.isVisible()) await verify.click();
  await settled(page);
  await painted(page);
  await page.screenshot({ path: inRepository(`docs/pictures/${name}.png`) });
}
await browser.close();
