import assert from "node:assert/strict";
import { test } from "node:test";
import { apiOf } from "../harness/api.mjs";
import { accessible, fits } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { linkTo, password } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story({ Signup: "Open" }, { founded: false });
const named = (name) => (at) => at.name === name;
/** Chromium tells of every answer that is no success; these are part of what is tested. */
const refusals = [/status of (401|404|409|410|422)/];

for (const [where, viewport, theme] of [["on a desktop, light", undefined, "light"], ["on a phone, dark", phone, "dark"]])
  test(`the set-up is accessible ${where}`, { timeout: 60_000 }, async () => {
    await it.page({ as: null, theme, ...(viewport ? { viewport, touch: true } : {}) }, async (page) => {
      await page.go("/facilities");
      await page.getByRole("heading", { name: "Set up your organisation" }).waitFor();
      await accessible(page);
      await fits(page);
    });
  });

test("a stranger sets up the organisation by keyboard and is on the first page, where they wanted to go", { timeout: 120_000 }, async (t) => {
  await it.page({ as: null, language: "de-DE", preferences: { language: "en" } }, async (page) => {
    const keys = await keyboardOnly(page);
    const begun = performance.now();
    await page.go("/activity");
    await keys.focusIs("in the name", (at) => at.tag === "INPUT");
    await keys.type("Bäckerei Müller & Söhne");
    await until("the short name is made of the name", async () => (await page.getByLabel("Short name").inputValue()) === "baeckerei-mueller-soehne");
    await page.getByText("EUR · ").waitFor();
    await keys.press("Tab", "Tab");
    await keys.tabTo("Change", named("Change"));
    await keys.press("Tab");
    await keys.type("Robin");
    await keys.press("Tab");
    await keys.type("Example");
    await keys.press("Tab");
    await keys.type("robin@larkspur.example.test");
    await keys.press("Tab");
    await keys.type("password");
    await page.getByText("Weak: easy to guess").waitFor();
    await page.keyboard.press("Control+A");
    await keys.type(password);
    await page.getByText("Strong", { exact: true }).waitFor();
    await keys.press("Enter");
    await page.getByRole("heading", { name: "Activity", level: 1 }).waitFor();
    await keys.neverMouse();
    const seconds = (performance.now() - begun) / 1000;
    t.diagnostic(`${seconds.toFixed(1)} s from the address to the first page`);
    assert.ok(seconds < 60, `${seconds} s from the address to the first page`);
    assert.equal(new URL(page.url()).pathname, "/activity");
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((key) => !/preferences|views|start/.test(key))), [], "something but preferences is kept");
    assert.doesNotMatch(await page.evaluate(() => document.cookie), /refresh/, "a script reads the refresh token");
    await page.reload();
    await page.getByRole("heading", { name: "Activity", level: 1 }).waitFor();
    await page.getByRole("button", { name: "Bäckerei Müller & Söhne" }).waitFor();
  });
});

test("a wrong password is told, a right one leads back; signing out in one tab closes the other", { timeout: 120_000 }, async () => {
  await it.page({ as: null, expected: refusals }, async (page) => {
    await page.go("/settings/sessions");
    await page.getByLabel("E-mail").fill("robin@larkspur.example.test");
    await page.getByLabel("Password", { exact: true }).fill("not this one");
    await page.keyboard.press("Enter");
    await page.getByText("Address or password is wrong.").waitFor();
    await accessible(page);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Sessions", level: 1 }).waitFor();
    await page.getByText("This one").waitFor();

    const other = await page.context().newPage();
    await other.goto("/activity");
    await other.getByRole("heading", { name: "Activity", level: 1 }).waitFor();
    await page.getByRole("button", { name: /Robin Example/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    for (const tab of [page, other]) await tab.getByRole("heading", { name: "Welcome back" }).waitFor();
    await other.goto("/facilities");
    await other.getByRole("heading", { name: "Welcome back" }).waitFor();
  });
});

test("password managers find what they look for", { timeout: 60_000 }, async () => {
  await it.page({ as: null }, async (page) => {
    for (const [path, first, wanted] of [
      ["/sign-in", "E-mail", ["username", "current-password"]],
      ["/register", "Name of the organisation", ["organization", "given-name", "family-name", "username", "new-password"]],
      ["/forgot", "E-mail", ["username"]],
      ["/reset#nothing", "New password", ["new-password"]],
    ]) {
      await page.goto("about:blank");
      await page.go(path);
      await page.getByLabel(first).waitFor();
      assert.deepEqual(await page.locator("form input[autocomplete]:not([autocomplete=off])").evaluateAll((inputs) => inputs.map((one) => one.autocomplete)), wanted, path);
    }
  });
});

test("somebody of two organisations chooses at the door and changes over in both tabs", { timeout: 120_000 }, async () => {
  const email = "robin@larkspur.example.test";
  const url = it.product.url;
  const { accessToken } = await apiOf(url).post("/api/auth/register", { organisation: "Harbour Homes", slug: "harbour-homes", email: "kim@harbour.example.test", password, firstName: "Kim", lastName: "Holt" });
  await apiOf(url, accessToken).post("/api/users/invitations", { email, role: "viewer" });
  const token = await linkTo(url, "/invitation", email);
  await it.page({ as: null, expected: refusals }, async (page) => {
    await page.go(`/invitation#${token}`);
    await page.getByText("You have an account here already.").waitFor();
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByRole("button", { name: /^Harbour Homes/ }).waitFor();
    await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
  });
  await it.page({ as: null, expected: refusals }, async (page) => {
    await page.go("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Where to?" }).waitFor();
    await accessible(page);
    await page.getByRole("button", { name: /Müller/ }).click();
    await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
    const other = await page.context().newPage();
    await other.goto("/settings/people");
    await other.getByRole("heading", { name: "People and roles", level: 1 }).waitFor();
    await page.getByRole("button", { name: /Müller/ }).click();
    await page.getByRole("menuitem", { name: "Harbour Homes" }).or(page.getByRole("menuitemcheckbox", { name: "Harbour Homes" })).or(page.getByRole("menuitemradio", { name: "Harbour Homes" })).click();
    for (const tab of [page, other]) {
      await tab.getByRole("button", { name: /^Harbour Homes/ }).waitFor();
      await tab.getByText("Viewer", { exact: true }).first().waitFor();
      assert.equal(await tab.getByText("Müller").count(), 0, "something of the other organisation is left");
    }
  });
});

test("the pages at the door are accessible in both themes and on a phone", { timeout: 180_000 }, async () => {
  for (const [theme, viewport] of [["light", undefined], ["dark", undefined], ["dark", phone]])
    await it.page({ as: null, theme, expected: refusals, ...(viewport ? { viewport, touch: true } : {}) }, async (page) => {
      for (const [path, heading] of [["/sign-in", "Welcome back"], ["/register", "Create your organisation"], ["/forgot", "Forgot your password?"], ["/reset#nothing", "Choose a new password"], ["/invitation#nothing", "This link does not work any more"], ["/verify#nothing", "This link does not work any more"]]) {
        await page.goto("about:blank");
        await page.go(path);
        await page.getByRole("heading", { name: heading }).waitFor();
        await accessible(page);
        await fits(page);
      }
    });
});
