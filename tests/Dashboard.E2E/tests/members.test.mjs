import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { join, linkTo, password } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";
import { totp } from "../harness/totp.mjs";
import { until } from "../harness/until.mjs";

const it = await story({}, { alone: true });
const group = await it.api.post("/api/facility-groups", { name: "Oregon", schedule: { frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 } });
await it.api.post("/api/facilities", { name: "Alder House", groupId: group.id });
const refusals = [/status of (401|403|404|409|410|422)/];
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });

test("somebody is invited, comes by the mailed link and sees what a viewer may", { timeout: 180_000 }, async () => {
  const email = "vera@larkspur.example.test";
  await it.page({}, async (page) => {
    await page.go("/settings/people");
    await page.getByRole("button", { name: "Invite" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("E-mail").fill(email);
    await sheet.getByRole("radio", { name: /Viewer/ }).check();
    await sheet.getByRole("button", { name: "Send invitation" }).click();
    await page.getByRole("heading", { name: "Invited", exact: true }).waitFor();
    await page.getByText(email).first().waitFor();
  });
  const token = await linkTo(it.product.url, "/invitation", email);
  await it.page({ as: null }, async (page) => {
    await page.go(`/invitation#${token}`);
    await page.getByRole("heading", { name: "Join My organisation" }).waitFor();
    assert.equal(new URL(page.url()).hash, "", "the secret stays in the address");
    await accessible(page);
    await page.getByLabel("First name").fill("Vera");
    await page.getByLabel("Last name").fill("Lind");
    await page.getByLabel("Choose a password").fill(password);
    await page.getByRole("button", { name: "Join" }).click();
    await heading(page, "Overview").waitFor();

    const menu = page.getByRole("navigation", { name: "Main" });
    await menu.getByRole("link", { name: "Billing", exact: true }).waitFor();
    assert.equal(await menu.getByRole("link", { name: "Import" }).count(), 0);
    assert.equal(await menu.getByRole("link", { name: "Health" }).count(), 0);
    await page.go(`/facilities?group=${group.id}`);
    await page.locator('[data-cell="0:6"]').click();
    await page.keyboard.press("Enter");
    await page.keyboard.type("12");
    assert.equal(await page.locator('[data-cell="0:6"] input').count(), 0, "a viewer edits");
    assert.equal(await page.getByRole("button", { name: "New facility" }).count(), 0);
    await page.goto("/settings");
    await heading(page, "Profile").waitFor();
    const settings = page.getByRole("navigation", { name: "Settings" });
    assert.deepEqual(await settings.getByRole("link").allInnerTexts(), ["General", "Profile", "Notifications", "Security", "Sessions"]);
    await page.goto("/facilities/import");
    await page.getByText("facilities.arrange").waitFor();
  });
});

test("a second factor is enrolled, asked for at the door, and a recovery code stands in for the device", { timeout: 180_000 }, async () => {
  const person = await join(it, "member", { email: "mia@larkspur.example.test", firstName: "Mia", lastName: "Example" });
  let secret;
  let codes;
  await it.page({ as: person, expected: refusals }, async (page) => {
    await page.go("/settings/security");
    await page.getByRole("button", { name: "Set up" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("img", { name: "QR code with the secret" }).waitFor();
    secret = (await dialog.locator("code").innerText()).replaceAll(" ", "");
    await accessible(page);
    await dialog.getByLabel("The six digits it shows now").fill(totp(secret, Date.now()));
    await dialog.getByRole("button", { name: "Confirm" }).click();
    await dialog.getByRole("heading", { name: "Keep these recovery codes" }).waitFor();
    codes = await dialog.locator("li").allInnerTexts();
    assert.ok(codes.length >= 8);
    assert.equal(await dialog.getByRole("button", { name: "Done" }).isDisabled(), true);
    await dialog.getByRole("checkbox", { name: "I have kept them" }).click();
    await dialog.getByRole("button", { name: "Done" }).click();
    await page.getByText("On: signing in asks").waitFor();
  });
  const signIn = async (page) => {
    await page.go("/");
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "One more step" }).waitFor();
  };
  await it.page({ as: null, expected: refusals }, async (page) => {
    await signIn(page);
    await accessible(page);
    // A code is good once: the one of the enrolment may still be the current one.
    const enrolled = Math.floor(Date.now() / 30_000);
    await until("the device shows another code", () => Math.floor(Date.now() / 30_000) > enrolled, 40_000);
    await page.getByLabel("Code").fill(totp(secret, Date.now()));
    await heading(page, "Overview").waitFor();
  });
  await it.page({ as: null, expected: refusals }, async (page) => {
    await signIn(page);
    await page.getByRole("button", { name: "Device lost? Use a recovery code" }).click();
    await page.getByLabel("Recovery code").fill(codes[0]);
    await page.keyboard.press("Enter");
    await heading(page, "Overview").waitFor();
  });
});

test("a session ended from elsewhere is shown the door, and the page one wanted comes back", { timeout: 120_000 }, async () => {
  const person = await join(it, "admin", { email: "ann@larkspur.example.test", firstName: "Ann", lastName: "Example" });
  await it.page({ as: person, expected: refusals }, async (there) => {
    await there.go("/settings/people?show=matrix");
    await it.page({ as: person }, async (here) => {
      await here.go("/settings/sessions");
      const others = here.getByRole("listitem").filter({ hasText: "since" }).filter({ hasNotText: "This one" });
      for (let left = await others.count(); left > 0; left--) {
        await others.first().getByRole("button", { name: /^End/ }).click();
        await until("the session is gone", async () => (await others.count()) < left);
      }
    });
    await there.getByRole("tab", { name: "People" }).click();
    await there.reload();
    await there.getByRole("heading", { name: "Welcome back" }).waitFor();
    await there.getByLabel("E-mail").fill(person.email);
    await there.getByLabel("Password", { exact: true }).fill(password);
    await there.keyboard.press("Enter");
    await heading(there, "People and roles").waitFor();
  });
});

const pages = [
  ["/settings/profile", "Profile"],
  ["/settings/security", "Security"],
  ["/settings/sessions", "Sessions"],
  ["/settings/organisation", "Organisation"],
  ["/settings/people", "People and roles"],
  ["/settings/people?show=matrix", "People and roles"],
  ["/settings/people?invite=true", "People and roles"],
  ["/settings/api-keys", "API keys"],
  ["/settings/single-sign-on", "Single sign-on"],
  ["/settings/audit", "Audit log"],
  ["/settings/danger", "Danger zone"],
  ["/dev/mail", "Mails of this development machine"],
];
for (const [where, width, options] of [["on a desktop", 1280, {}], ["on a phone", 360, { viewport: phone, touch: true }]])
  test(`the settings of people and the organisation are for everybody ${where}`, { timeout: 240_000 }, async () => {
    await it.page({ ...options, expected: refusals }, async (page) => {
      for (const [path, title] of pages) {
        await page.go(path);
        await page.getByRole("heading", { name: title, level: 1, includeHidden: true }).waitFor();
        await forEverybody(page, `identity-${path.replace(/\W+/g, "-")}-${width}`);
      }
    });
  });

test("an API key is made, shown once, and revoked", { timeout: 120_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/settings/api-keys");
    await page.getByRole("button", { name: "New key" }).first().click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("textbox", { name: "Name" }).fill("Month-end script");
    await sheet.getByRole("checkbox", { name: /^See facilities/ }).click();
    await sheet.getByRole("button", { name: "Make key" }).click();
    const key = await sheet.locator("[data-secret]").innerText();
    assert.match(key, /^bk_live_/);
    await accessible(page);
    assert.equal((await fetch(`${it.product.url}/api/facility-groups`, { headers: { Authorization: `Bearer ${key}` } })).status, 200);
    await sheet.getByRole("button", { name: "Done" }).click();
    assert.ok(!(await page.locator("body").innerText()).includes(key), "the key is still shown");
    await page.getByRole("button", { name: "Revoke: Month-end script" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByText("No API keys yet").waitFor();
    await until("the key is refused", async () => (await fetch(`${it.product.url}/api/facility-groups`, { headers: { Authorization: `Bearer ${key}` } })).status === 401);
  });
});
