import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { join } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";

const it = await story();

test("somebody shows a picture of themselves, colleagues see it, and it goes again", { timeout: 180_000 }, async () => {
  const person = await join(it, "member", { email: "pia@larkspur.example.test", firstName: "Pia", lastName: "Example" });
  const group = (page) => page.getByRole("group", { name: "Your picture" });
  await it.page({ as: person }, async (page) => {
    await page.go("/settings/profile");
    await group(page).getByText("PE", { exact: true }).waitFor();
    const input = page.getByLabel("Choose a picture of you").and(page.locator("input"));
    await input.setInputFiles({ name: "me.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") });
    await group(page).getByRole("alert").waitFor();
    await input.setInputFiles({ name: "me.png", mimeType: "image/png", buffer: await page.screenshot() });
    await group(page).getByText("This is how others will see you").waitFor();
    await group(page).locator("img").waitFor();
    await accessible(page);
    await group(page).getByRole("button", { name: "Show it" }).click();
    await group(page).getByRole("button", { name: "Replace the picture" }).waitFor();
    await page.getByRole("button", { name: /Pia Example/ }).locator("img").waitFor();
    await page.keep("avatar-profile");
  });
  await it.page({ theme: "dark", viewport: phone, touch: true }, async (page) => {
    await page.go("/settings/people");
    await page.getByRole("listitem").filter({ hasText: "Pia Example" }).locator("img").waitFor();
    assert.equal(await page.getByRole("listitem").filter({ hasText: it.owner.email }).locator("img").count(), 0);
    await accessible(page);
    await fits(page);
    await page.keep("avatar-people");
  });
  await it.page({ as: person, viewport: phone, touch: true, language: "de" }, async (page) => {
    await page.go("/settings/profile");
    await page.getByRole("button", { name: "Bild entfernen" }).click();
    await page.getByRole("group", { name: "Ihr Bild" }).getByText("PE", { exact: true }).waitFor();
    await fits(page);
    await page.keep("avatar-german");
  });
  assert.equal((await it.api.get("/api/users")).items.find((one) => one.email === person.email).avatar, null);
});
