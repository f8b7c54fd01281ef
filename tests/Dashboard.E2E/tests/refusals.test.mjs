import assert from "node:assert/strict";
import { test } from "node:test";
import { apiOf } from "../harness/api.mjs";
import { accessible, fits } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { join, linkTo, password } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story({}, { alone: true });
const anybody = apiOf(it.product.url);
const refusals = [/status of (401|403|404|409|410|422|429)/];
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const member = (role, name) => join(it, role, { email: `${name}@larkspur.example.test`, firstName: name[0].toUpperCase() + name.slice(1), lastName: "Example" });
/** Every session of somebody ends, wherever they are. */
const endSessions = (person) => apiOf(it.product.url, person.token).post("/api/auth/logout-all");

for (const [where, viewport, theme] of [["on a desktop, light", undefined, "light"], ["on a phone, dark", phone, "dark"]])
  test(`a session that ends in the middle of work is taken up again and nothing is lost ${where}`, { timeout: 120_000 }, async () => {
    const person = await member("admin", `ann${theme}`);
    await it.page({ as: person, theme, expected: refusals, ...(viewport ? { viewport, touch: true } : {}) }, async (page) => {
      await page.go("/settings/people?invite=true");
      const sheet = page.getByRole("dialog", { name: "Invite somebody" });
      await sheet.getByLabel("E-mail").fill(`late-${theme}@larkspur.example.test`);
      await sheet.getByRole("radio", { name: /Viewer/ }).check();
      const tab = await page.context().newPage();
      await tab.goto("/settings/profile");
      await heading(tab, "Profile").waitFor();
      await tab.getByLabel("Phone").fill("030 1234");

      await endSessions(person);
      // The access token in the page runs out by itself; nobody waits half an hour for it.
      await page.clock.setSystemTime(Date.now() + 31 * 60_000);
      await sheet.getByRole("button", { name: "Send invitation" }).click();
      const cover = page.getByRole("dialog", { name: "Sign in again" });
      await cover.waitFor();
      await accessible(page);
      await fits(page);
      await page.keep(`lapsed-${theme}`);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("autocomplete")), "current-password", "the focus is not in the password");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await cover.waitFor();
      await cover.getByLabel("Password", { exact: true }).fill("not this one");
      await page.keyboard.press("Enter");
      await cover.getByText("Address or password is wrong.").waitFor();
      await cover.getByLabel("Password", { exact: true }).fill(password);
      await page.keyboard.press("Enter");
      await cover.waitFor({ state: "detached" });
      // What was sent before goes on by itself; the other tab is in again, with what was typed there.
      await page.getByText(`late-${theme}@larkspur.example.test`).first().waitFor();
      await page.getByRole("heading", { name: "Invited", exact: true }).waitFor();
      await tab.getByRole("button", { name: "Save" }).click();
      await tab.getByText("Saved").first().waitFor();
      assert.equal(await tab.getByLabel("Phone").inputValue(), "030 1234");
    });
  });

test("what a role may not do any more is refused with the permission that is missing, and then hidden", { timeout: 120_000 }, async () => {
  const person = await member("admin", "cora");
  await it.page({ as: person, expected: [...refusals, /ERR_FAILED/] }, async (page) => {
    await page.go("/settings/people?invite=true");
    const sheet = page.getByRole("dialog", { name: "Invite somebody" });
    await sheet.getByLabel("E-mail").fill("nobody@larkspur.example.test");
    const me = (await it.api.get("/api/users")).items.find((one) => one.email === person.email);
    // The news of it must not come before the click: the page is as it was.
    await page.route("**/api/live", (route) => route.abort());
    await page.route("**/api/auth/me", (route) => route.abort());
    await it.api.patch(`/api/users/${me.id}`, { role: "viewer" });
    await sheet.getByRole("button", { name: "Send invitation" }).click();
    await sheet.getByText("people.arrange").waitFor();
    await accessible(page);
    await page.unrouteAll();
    await page.go("/settings/people");
    await page.getByText("people.see").waitFor();
    assert.equal(await page.getByRole("button", { name: "Invite" }).count(), 0);
    const places = await page.getByRole("navigation", { name: "Settings" }).getByRole("link").allInnerTexts();
    assert.ok(places.includes("Profile") && !places.includes("API keys") && !places.includes("Audit log"), places.join());
  });
  // The page hides it; whoever asks all the same is refused.
  const { accessToken } = await anybody.post("/api/auth/login", { email: person.email, password });
  for (const path of ["/api/users", "/api/api-keys", "/api/audit", "/api/tenants/me/sso"]) await assert.rejects(apiOf(it.product.url, accessToken).get(path), /answered 403: .*not-permitted/);
});

test("whoever guesses reads how long to wait, in both languages", { timeout: 120_000 }, async () => {
  const person = await member("viewer", "vera");
  await it.page({ as: null, expected: refusals }, async (page) => {
    await page.go("/sign-in");
    await page.getByLabel("E-mail").fill(person.email);
    for (let tries = 0; tries < 6; tries++) {
      await page.getByLabel("Password", { exact: true }).fill(`guess number ${tries}`);
      const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/auth/login"));
      await page.keyboard.press("Enter");
      await answered;
    }
    await page.getByText(/Try again in 1[45] minutes, or reset your password\./).waitFor();
    await accessible(page);
    await page.getByRole("button", { name: /Language and theme/ }).click();
    await page.getByRole("menuitemradio", { name: "Deutsch" }).or(page.getByRole("menuitem", { name: "Deutsch" })).or(page.getByRole("menuitemcheckbox", { name: "Deutsch" })).click();
    await page.getByText(/Versuchen Sie es in 1[45] Minuten noch einmal/).waitFor();
  });
});

test("links that are used up, invitations of others and a closed registration each say what to do", { timeout: 120_000 }, async () => {
  const person = await member("member", "mia");
  await anybody.post("/api/auth/password/forgot", { email: person.email });
  const reset = await linkTo(it.product.url, "/reset", person.email);
  await it.api.post("/api/users/invitations", { email: "new@larkspur.example.test", role: "viewer" });
  const invitation = await linkTo(it.product.url, "/invitation", "new@larkspur.example.test");
  await it.page({ as: null, expected: refusals }, async (page) => {
    const choose = async () => {
      await page.goto("about:blank");
      await page.go(`/reset#${reset}`);
      await page.getByLabel("New password").fill("another quiet harbour");
      await page.keyboard.press("Enter");
    };
    await page.go(`/reset#${reset}`);
    await page.getByLabel("New password").fill("short");
    await page.keyboard.press("Enter");
    await page.getByText("At least 8 characters.").first().waitFor();
    await choose();
    await page.getByRole("heading", { name: "Your password is new" }).waitFor();
    await choose();
    await page.getByText("Ask for a new one.").waitFor();
    await page.getByRole("link", { name: "Ask for a new link" }).waitFor();
    await page.go("/register");
    await page.getByRole("heading", { name: "Registration is closed" }).waitFor();
    await accessible(page);
  });
  await it.page({ expected: refusals }, async (page) => {
    await page.go(`/invitation#${invitation}`);
    await page.getByText(`You are signed in as ${it.owner.email}.`).waitFor();
    await accessible(page);
    await it.api.delete(`/api/users/invitations/${(await it.api.get("/api/users/invitations")).items.find((one) => one.email === "new@larkspur.example.test").id}`);
    await page.getByLabel("First name").fill("Nia");
    await page.getByLabel("Last name").fill("Lind");
    await page.getByLabel("Choose a password").fill(password);
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByText("Whoever invited you can send it again.").waitFor();
    await page.getByRole("link", { name: "Go on" }).click();
    await heading(page, "Overview").waitFor();
  });
});

test("where a domain signs in elsewhere only, a password is refused with the way to go", { timeout: 120_000 }, async () => {
  const email = "dora@elsewhere.example.test";
  await join(it, "member", { email, firstName: "Dora", lastName: "Example" });
  await it.api.put("/api/tenants/me/sso", { issuer: "https://identity.example.test", clientId: "billing", clientSecret: "kept in this test only", domains: ["elsewhere.example.test"], roles: [], passwordsOff: true });
  await it.page({ as: null, expected: [...refusals, /status of 5\d\d/] }, async (page) => {
    await page.go("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.keyboard.press("Tab");
    const instead = page.getByRole("button", { name: "Use a password instead" });
    await until("the page knows how this domain signs in", async () => (await instead.count()) > 0 || (await page.getByRole("button", { name: "Continue with single sign-on" }).count()) > 0);
    await instead.click();
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "identity provider" }).waitFor();
    await accessible(page);
  });
});
