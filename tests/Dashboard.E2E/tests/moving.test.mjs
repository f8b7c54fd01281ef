import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { join, password } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";

const it = await story({}, { alone: true });
const group = await it.api.post("/api/facility-groups", { name: "Oregon", schedule: { frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 } });
await it.api.post("/api/facilities", { name: "Alder House", groupId: group.id });
const refusals = [/status of (401|403|404|409|410|422)/];
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });

for (const [where, theme, viewport] of [["on a desktop, light", "light"], ["on a phone, dark", "dark", phone]])
  test(`the owner lets the product forget somebody, ${where}`, { timeout: 180_000 }, async () => {
    const email = `gone-${theme}@larkspur.example.test`;
    await join(it, "member", { email, firstName: "Gabi", lastName: theme });
    await it.page({ theme, expected: refusals, ...(viewport ? { viewport, touch: true } : {}) }, async (page) => {
      await page.go("/settings/people");
      await page.getByRole("button", { name: `Actions for Gabi ${theme}` }).click();
      await page.getByRole("menuitem", { name: "Forget" }).click();
      const dialog = page.getByRole("dialog", { name: `Forget Gabi ${theme}?` });
      const forget = dialog.getByRole("button", { name: "Forget for good" });
      await dialog.getByText("Erased for good").waitFor();
      assert.equal(await forget.isDisabled(), true);
      await accessible(page);
      await fits(page);
      await dialog.getByLabel("E-mail").fill(email.toUpperCase());
      await forget.click();
      await dialog.waitFor({ state: "detached" });
      await page.getByText(email).waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Actions for Gabi" }).waitFor({ state: "detached" });
    });
  });

test("somebody is forgotten on their own wish, and the last owner is not", { timeout: 180_000 }, async () => {
  const person = await join(it, "viewer", { email: "vik@larkspur.example.test", firstName: "Vik", lastName: "Example" });
  const ask = async (page, word) => {
    await page.go("/settings/profile");
    await page.getByRole("button", { name: "Be forgotten" }).click();
    await page.getByRole("dialog", { name: "Be forgotten for good?" }).getByLabel("Password", { exact: true }).fill(word);
    await page.getByRole("button", { name: "Forget me for good" }).click();
  };
  await it.page({ as: person, expected: refusals, viewport: phone, touch: true }, async (page) => {
    await ask(page, "not the password");
    await page.getByText("Send your password").waitFor();
    await accessible(page);
    await fits(page);
    await ask(page, password);
    await page.getByRole("heading", { name: "Welcome back" }).waitFor();
  });
  await it.page({ expected: refusals }, async (page) => {
    await ask(page, password);
    await page.getByRole("dialog", { name: "Be forgotten for good?" }).getByRole("alert").getByText("An organisation has an owner").waitFor();
  });
  assert.equal((await it.api.get("/api/users")).items.some((one) => one.email === person.email), false);
});

// Comes last: the owner ends in the other organisation, and signs in there from then on.
test("an organisation is taken out into a file and taken in again as another one", { timeout: 240_000 }, async () => {
  await join(it, "manager", { email: "max@larkspur.example.test", firstName: "Max", lastName: "Example" });
  await it.page({ expected: refusals }, async (page) => {
    await page.go("/settings/danger");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export everything" }).click()]);
    assert.equal(file.suggestedFilename(), "my-organisation.tar");
    const parcel = await file.path();

    const choose = page.getByLabel("Choose a file", { exact: true }).and(page.locator("input"));
    await choose.setInputFiles({ name: "holiday.tar", mimeType: "application/x-tar", buffer: Buffer.from("no parcel at all") });
    const dialog = page.getByRole("dialog", { name: "Take in", exact: true });
    await dialog.getByRole("button", { name: "Take in" }).click();
    await dialog.getByRole("alert").waitFor();
    await accessible(page);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });

    await choose.setInputFiles({ name: "my-organisation.tar", mimeType: "application/x-tar", buffer: readFileSync(parcel) });
    assert.equal(await dialog.getByLabel("Short name").inputValue(), "my-organisation-2");
    await dialog.getByLabel("Short name").fill("my-organisation");
    await dialog.getByRole("button", { name: "Take in" }).click();
    await dialog.getByText("Another organisation has this name").waitFor();
    await dialog.getByLabel("Short name").fill("moved");
    await dialog.getByRole("button", { name: "Take in" }).click();
    const arrived = page.getByRole("dialog", { name: "My organisation has arrived" });
    await arrived.getByText("max@larkspur.example.test").waitFor();
    await accessible(page);
    await arrived.getByRole("button", { name: "Go over" }).click();
    await heading(page, "Overview").waitFor();
    await page.go("/settings/organisation");
    assert.equal(await page.getByLabel("Short name").inputValue(), "moved");
    await page.go("/facilities");
    await page.getByText("Alder House").first().waitFor();
  });
});
