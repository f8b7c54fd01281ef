import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startAiProvider } from "../harness/aiprovider.mjs";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const provider = await startAiProvider();
after(() => provider.stop());
const it = await story(provider.settings);

test("an account is opened with a key that is tried, read, and its first figures are seen", { timeout: 240_000 }, async () => {
  await it.page({ expected: [/status of 422.*api\/ai\/accounts/] }, async (page) => {
    await page.go("/ai");
    await page.getByText("Nothing was spent yet").waitFor();
    await page.getByRole("link", { name: "To the accounts" }).click();
    await page.getByText("No accounts yet").waitFor();
    await forEverybody(page, "ai-accounts-empty-1280");
    await page.getByRole("button", { name: "Add account" }).click();
    const sheet = page.getByRole("dialog", { name: "Add account" });
    await sheet.getByRole("combobox", { name: "Provider" }).click();
    await page.getByRole("option", { name: /^OpenAI/ }).click();
    await sheet.getByText(/Needed: an admin key of the organisation/).waitFor();
    await sheet.getByLabel("Name").fill("Research");
    await sheet.getByLabel("Key", { exact: true }).fill("sk-admin-not-this-one");
    await sheet.getByLabel("Monthly limit").fill("100");
    await sheet.getByRole("button", { name: "Try the key and add" }).click();
    await sheet.getByText(/It takes an admin key of the organisation/).waitFor();
    await forEverybody(page, "ai-account-sheet-1280");
    await sheet.getByLabel("Key", { exact: true }).fill(provider.key);
    await sheet.getByRole("button", { name: "Try the key and add" }).click();

    await page.getByRole("heading", { name: "Research", level: 1 }).waitFor();
    assert.equal((await page.content()).includes(provider.key), false, "the key is shown");
    const account = page.url().split("/").at(-1);
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await page.getByText("OpenAI takes the key").waitFor();
    const sync = page.getByRole("button", { name: "Sync now" });
    if (await sync.isEnabled()) await sync.click();
    await until("the account was read", async () => (await it.api.get(`/api/ai/accounts/${account}/runs`)).items.some((run) => run.state === "done"), 60_000);
    await page.getByText("Up to date").first().waitFor();
    await page.getByRole("region", { name: "Diary of readings" }).getByText("Done").first().waitFor();
    await page.getByRole("region", { name: "Reported against computed, USD" }).getByText("usage without a price").first().waitFor();
    await forEverybody(page, "ai-account-1280");
  });
});

test("the month, the days, the records and what was written by hand", { timeout: 240_000 }, async () => {
  const today = new Date().toISOString().slice(0, 10);
  await it.page({}, async (page) => {
    await page.go("/ai");
    await page.getByRole("img", { name: /^Cost from .* by Provider: 2 days with a cost\.$/ }).waitFor();
    await page.getByRole("link", { name: "Research" }).waitFor();
    await page.getByRole("combobox", { name: "Told apart by" }).click();
    await page.getByRole("option", { name: "Model" }).click();
    await page.waitForURL(/by=model/);
    await page.getByRole("list", { name: "Model" }).getByText("gpt-5-2025-08-07").waitFor();
    await forEverybody(page, "ai-overview-1280");

    await page.getByRole("link", { name: "Show them" }).click();
    await page.waitForURL(/list=unpriced/);
    await page.getByText("Unpriced", { exact: true }).nth(1).waitFor();
    await page.getByRole("button", { name: "Write down usage" }).click();
    const sheet = page.getByRole("dialog", { name: "Write down usage" });
    await sheet.getByRole("combobox", { name: "Account" }).click();
    await page.getByRole("option", { name: /^Research/ }).click();
    await sheet.getByLabel("Cost").fill("1.0107");
    await sheet.getByLabel(/^Model/).fill("sonar");
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Usage written down").waitFor();
    const written = (await it.api.get("/api/ai/usage/records?source=manual")).items;
    assert.deepEqual(written.map((one) => [one.start.slice(0, 10), one.cost, one.model]), [[today, { amount: "1.0107", currency: "USD" }, "sonar"]]);

    await page.getByRole("tab", { name: "By hand" }).click();
    await page.getByText("sonar").first().waitFor();
    await forEverybody(page, "ai-usage-1280");
    await page.go(`/ai/usage?open=${written[0].id}`);
    await page.getByRole("dialog", { name: "Record" }).getByText("1.0107 USD").waitFor();
    await forEverybody(page, "ai-record-1280");
    await page.go("/ai/prices");
    await page.getByText("The price book is empty").waitFor();
    await forEverybody(page, "ai-prices-1280");
  });
  await it.page({ viewport: phone, touch: true }, async (page) => {
    for (const [path, text] of [["/ai", "By account"], ["/ai/accounts", "Research"], ["/ai/usage", "sonar"], ["/ai/prices", "The price book is empty"]]) {
      await page.go(path);
      await page.getByText(text).first().waitFor();
      await fits(page);
      await forEverybody(page, `ai${path.replaceAll("/", "-")}-360`);
    }
  });
});
