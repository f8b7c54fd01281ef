import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { signIn, stillSignedIn } from "./people.mjs";
import { artifacts } from "./product.mjs";

/** Scalar warns of shapes in our description that OpenAPI 3.1 allows and its own checker does not know. */
export const scalarWarns = /^console: (document validation errors|\[Object).*\/assets\/Reference-/;

const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync) ?? "/usr/bin/chromium";
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 360, height: 780 };

/** One Chromium for a test file. */
export async function startBrowser(product) {
  const browser = await chromium.launch({ executablePath, headless: true, args: flags, chromiumSandbox: false });
  const free = [];
  return {
    close: () => browser.close(),
    /** A person with a browser of their own, and nothing kept from before but the files of the dashboard. */
    open: (options) => openPage(browser, free, product, options),
  };
}

/** A browser of one language: one that nobody uses any more, else a new one. */
async function browserFor(browser, free, product, language, touch) {
  const at = free.findIndex((one) => one.language === language && one.touch === touch);
  if (at >= 0) return free.splice(at, 1)[0];
  const context = await browser.newContext({ baseURL: product.url, viewport: touch ? phone : desktop, locale: language, timezoneId: "UTC", reducedMotion: "reduce", hasTouch: touch, isMobile: touch, acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: product.url });
  await context.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.error(`Content security policy: ${event.violatedDirective} forbids ${event.blockedURI || "inline"}`)));
  return { context, language, touch, signedIn: null };
}

/**
 * A page that notices what nobody should ever see: console errors, requests that leave the origin, breaches of the content security policy.
 * `page.faults` lists them; `page.closed()` ends it and throws when there were any that `expected` does not match.
 */
async function openPage(browser, free, product, { viewport = desktop, theme = "light", language = "en-US", touch = false, preferences, expected = [], as = product.owner } = {}) {
  const theirs = await browserFor(browser, free, product, language, touch);
  const { context } = theirs;
  await signedInAs(theirs, as);
  const faults = [];
  // A product without sign-in says so by not knowing the question.
  if (!as) expected = [...expected, /status of 404.*\/api\/auth\/setup/];
  // How far an import has come is asked every 0.4 s; on a busy machine there is none of that id yet at the first look.
  expected = [...expected, /status of 404.*\/api\/(client-)?imports\/[0-9a-f-]{36}\)$/];
  const fault = (text) => void (expected.some((pattern) => pattern.test(text)) || faults.push(text));
  const watch = (page) => {
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && fault(`console: ${message.text()} (${message.location().url})`));
    page.on("pageerror", (error) => fault(`error: ${error.stack ?? error.message}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== product.url) fault(`left the origin: ${request.url()}`);
    });
  };
  context.on("page", watch);
  const page = await context.newPage();
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  if (preferences) await page.addInitScript((kept) => location.protocol.startsWith("http") && (localStorage.getItem("billing.preferences") ?? localStorage.setItem("billing.preferences", kept)), JSON.stringify(preferences));
  return Object.assign(page, {
    faults,
    /** Goes to a path and waits until the page is there. */
    go: async (path) => {
      await page.goto(path);
      await page.locator("main :is(h1, h2)").first().waitFor();
      await settled(page);
    },
    keep: (name) => keep(page, name),
    closed: async () => {
      await forgotten(context, product);
      context.off("page", watch);
      free.push(theirs);
      if (faults.length > 0) throw new Error(`The page did what it must not:\n${faults.join("\n")}`);
    },
  });
}

/** Signs a person in, unless it is who was signed in here last and still is. */
async function signedInAs(theirs, person) {
  if (theirs.signedIn && theirs.signedIn === person?.email && (await stillSignedIn(theirs.context))) return;
  await theirs.context.clearCookies();
  if (person) await signIn(theirs.context, person);
  theirs.signedIn = person?.email ?? null;
}

/** Closes what is open and empties what pages keep; cookies stay for the next who is the same person. */
async function forgotten(context, product) {
  const [first, ...others] = context.pages();
  if (first) {
    const session = await context.newCDPSession(first);
    await session.send("Storage.clearDataForOrigin", { origin: product.url, storageTypes: "local_storage,indexeddb,service_workers,cache_storage" });
  }
  for (const page of [...others, first]) await page?.close();
}

/** Nothing loads any more and no skeleton is left. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true], [data-loading]"));
}

/** What changed is drawn, and every transition to it has ended. */
export async function painted(page) {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished));
    await new Promise(requestAnimationFrame);
  });
}

/** Pictures are for people to look at: a failure leaves one, and `BILLING_E2E_SCREENS=1` all the others. */
const keepsAll = Boolean(process.env.BILLING_E2E_SCREENS);

async function keep(page, name) {
  if (!keepsAll && !name.startsWith("failed-")) return;
  const folder = join(artifacts, "screens");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
