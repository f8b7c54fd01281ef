import { randomBytes } from "node:crypto";
import { after } from "node:test";
import { apiOf } from "./api.mjs";
import { startBrowser } from "./browser.mjs";
import { found } from "./people.mjs";
import { joinProduct, sharedProduct, startProduct } from "./product.mjs";

/**
 * The running product and a browser for the tests of one file. An organisation is founded, and whoever opens a page is its owner,
 * unless the page says otherwise (`as: someone`, or `as: null` for a stranger).
 * A file that asks for nothing else gets an organisation of its own in the product that other files use, too. With `settings`, or `alone`, it gets a
 * product for itself, which ends with it; `founded: false` leaves that as it is after its first start.
 */
export async function story(settings = {}, { founded = true, alone = Object.keys(settings).length > 0 || !founded } = {}) {
  const shared = alone ? undefined : process.env[sharedProduct];
  const product = shared ? joinProduct(shared) : await startProduct(settings);
  const owner = founded
    ? await found(product.url, shared ? ofItsOwn() : {}).catch(async (error) => {
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

/** The address and the owner of an organisation beside others. */
function ofItsOwn() {
  const slug = `org-${randomBytes(5).toString("hex")}`;
  return { slug, email: `robin@${slug}.example.test` };
}
