import { after } from "node:test";
import { apiOf } from "./api.mjs";
import { startBrowser } from "./browser.mjs";
import { found } from "./people.mjs";
import { startProduct } from "./product.mjs";

/**
 * The running product and a browser for the tests of one file; both end with it. An organisation is founded, and whoever opens a page is its owner,
 * unless the page says otherwise (`as: someone`, or `as: null` for a stranger). `founded: false` leaves the product as it is after its first start.
 */
export async function story(settings, { founded = true } = {}) {
  const product = await startProduct(settings);
  const asks = (await fetch(`${product.url}/api/auth/setup`)).ok;
  const owner = founded && asks
    ? await found(product.url).catch(async (error) => {
        await product.stop();
        throw error;
      })
    : null;
  product.owner = owner;
  const browser = await startBrowser(product).catch(async (error) => {
    await product.stop();
    throw error;
  });
  after(async () => {
    await browser.close();
    await product.stop();
  }, { timeout: 60_000 });
  let failures = 0;
  return {
    product,
    browser,
    owner,
    api: apiOf(product.url, owner?.token),
    /** Runs `act` on a fresh page; a failure leaves a picture, and a page that did what it must not fails too. */
    page: async (options, act) => {
      const page = await browser.open(options);
      try {
        await act(page);
      } catch (error) {
        await page.keep(`failed-${new URL(product.url).port}-${++failures}`).catch(() => undefined);
        if (page.faults.length > 0) error.message += `\nThe page also did what it must not:\n${page.faults.join("\n")}`;
        await page.context().close();
        throw error;
      }
      await page.closed();
    },
  };
}
