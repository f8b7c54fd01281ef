import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const names = ["Alder House", "Birch Clinic", "Cedar Home"];
for (const name of names) {
  const client = await it.api.post("/api/clients", { name, emails: ["bills@alder.example.test"] });
  await it.api.post("/api/charges", { clientId: client.id, description: "A visit", unitPrice: "100", quantity: "1.5" });
}
const free = await it.api.post("/api/clients", { name: "Dogwood" });
await it.api.post("/api/charges", { clientId: free.id, description: "A favour", unitPrice: "0" });
const later = await it.api.post("/api/clients", { name: "Elm" });
await it.api.post("/api/charges", { clientId: later.id, description: "A visit", unitPrice: "1", availableFrom: "2099-01-01" });

const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const row = (page, name) => page.getByRole("row").filter({ hasText: name });

test("a run is previewed, started, looked at and approved but for what was taken out", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/billing-runs");
    await page.getByText("No billing runs yet").waitFor();
    await page.keyboard.press("c");
    await heading(page, "New billing run").waitFor();
    await row(page, "Alder House").getByText("150.00").waitFor();
    await row(page, "Dogwood").getByText("come to nothing").waitFor();
    await row(page, "Elm").getByText("later period").waitFor();
    await accessible(page);
    await page.getByRole("button", { name: "Make 4 drafts" }).click();

    await heading(page, "Billing run").waitFor();
    await page.getByRole("status").getByText("To approve", { exact: true }).waitFor();
    await page.getByRole("table", { name: "Parked" }).getByText("Dogwood").waitFor();
    await page.getByRole("table", { name: "Left out" }).getByText("Elm").waitFor();
    await accessible(page);

    await page.getByRole("button", { name: "Take out: Cedar Home" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Take out" }).click();
    await page.getByRole("button", { name: "Issue 2 drafts" }).waitFor();
    await page.getByRole("checkbox", { name: "Issue the draft of Birch Clinic" }).press("Space");
    await page.getByRole("button", { name: "Issue 1 draft" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Issue 1 draft" }).click();
    await row(page, "Alder House").getByText(/^INV-/).waitFor();
    assert.equal((await it.api.get("/api/invoices?status=draft")).items.length, 1, "the draft that was not ticked stays one");

    await it.api.post("/api/charges", { clientId: free.id, description: "A visit", unitPrice: "7" });
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Issue 1 draft" }).waitFor();
    await page.getByRole("button", { name: "Discard", exact: true }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Discard" }).click();
    await page.getByRole("status").getByText("Done", { exact: true }).waitFor();
    assert.equal((await it.api.get("/api/charges?state=open")).items.length, 5, "what was not issued is open again");
  });
});

test("a run is looked at as it stood", { timeout: 120_000 }, async () => {
  const run = (await it.api.get("/api/billing-runs")).items[0];
  await it.page({}, async (page) => {
    await page.go(`/billing-runs/${run.id}`);
    await page.getByRole("button", { name: "Approved", exact: true }).waitFor();
    await page.getByRole("slider", { name: "Version" }).press("Home");
    await page.getByText("You see this run and its invoices as they stood then.").waitFor();
    await page.getByRole("status").getByText("Drafting", { exact: true }).waitFor();
    await row(page, "Cedar Home").getByText("To be drafted").waitFor();
    await accessible(page);
    await page.getByRole("button", { name: "Drafts made", exact: true }).last().click();
    await row(page, "Cedar Home").getByText("150.00").waitFor();
    await row(page, "Alder House").getByText("Draft", { exact: true }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Discard", exact: true }).count(), 0, "nothing is done to what was");
    await page.getByRole("button", { name: "Back to now" }).click();
    await row(page, "Alder House").getByText(/^INV-/).waitFor();
  });
});

test("list, preview and run are for everybody on a phone", { timeout: 180_000 }, async (t) => {
  const run = (await it.api.get("/api/billing-runs")).items[0];
  await it.page({ viewport: phone, touch: true }, async (page) => {
    for (const [name, path] of [["list", "/billing-runs"], ["preview", "/billing-runs/new"], ["run", `/billing-runs/${run.id}`]])
      await t.test(name, async () => {
        await page.go(path);
        await page.getByText(/Alder House|Cedar Home|\d\d\/\d\d\/\d{4}/).first().waitFor();
        await forEverybody(page);
      });
  });
});
