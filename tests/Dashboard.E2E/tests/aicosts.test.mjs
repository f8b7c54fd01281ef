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
// The provider tells of yesterday and today: on the first of a month only one of the two is in it.
const first = new Date().getUTCDate() === 1;
const spent = [{ amount: first ? "1.525" : "3.05", currency: "USD" }];

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

test("a price is written, usage is priced again, and what was written by hand is corrected and struck", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/ai/prices");
    await page.getByRole("button", { name: "Write price" }).first().click();
    const sheet = page.getByRole("dialog", { name: "Write down what a model costs" });
    await sheet.getByRole("combobox", { name: "Provider" }).click();
    await page.getByRole("option", { name: "OpenAI", exact: true }).click();
    await sheet.getByLabel("Model").fill("gpt-5*");
    await sheet.getByLabel("Input").fill("1.25");
    await sheet.getByLabel("Output").fill("10");
    await sheet.getByLabel("From cache").fill("0.125");
    await sheet.getByRole("textbox", { name: "From", exact: true }).fill("10/01/2026");
    await forEverybody(page, "ai-price-sheet-1280");
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Price written down").waitFor();
    await page.getByText("gpt-5*").first().waitFor();
    await page.getByRole("button", { name: "Price usage again" }).click();
    await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: "Price usage again" }).click();
    await page.getByText("2 records have another cost").waitFor();
    await page.go("/ai/accounts");
    await page.getByRole("link", { name: first ? /^Research.*This month\s*(2\.5357|1\.525)/s : /^Research.*This month\s*(4\.0607|3\.05)/s }).waitFor();
    await page.getByRole("link", { name: /^Research/ }).click();
    const held = page.getByRole("region", { name: "Reported against computed, USD" });
    await held.getByText(/^below list/).first().waitFor();
    assert.match(await held.getByRole("row", { name: /^All days/ }).innerText(), /3\.05\s?USD\s+3\.225\s?USD\s+−0\.175\s?USD/);

    await page.go("/ai/usage?list=manual");
    const menu = async (what) => {
      await page.getByRole("button", { name: "Actions for this row" }).first().click();
      await page.getByRole("menuitem", { name: what }).click();
    };
    await menu("Correct");
    const entry = page.getByRole("dialog", { name: "Correct this entry" });
    await entry.getByLabel("Cost").fill("2.02");
    await entry.getByRole("button", { name: "Save" }).click();
    await page.getByText("Entry corrected").waitFor();
    await page.getByText("2.02").first().waitFor();
    await menu("Strike");
    await page.getByRole("button", { name: "Strike", exact: true }).click();
    await page.getByText("Entry struck").waitFor();
    await page.getByText("Nothing here").waitFor();
    assert.deepEqual((await it.api.get("/api/ai/usage")).totals, spent);
  });
});

test("it is told in German, and an account that is archived keeps what was read", { timeout: 120_000 }, async () => {
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/ai");
    await page.getByRole("heading", { name: "KI-Kosten", level: 1 }).waitFor();
    await page.getByText(first ? /^1,525/ : /^3,05/).first().waitFor();
    await forEverybody(page, "ai-overview-360-de");
    await page.getByRole("link", { name: "Research" }).click();
    await page.getByText("Aktuell").first().waitFor();
    await forEverybody(page, "ai-account-360-de");
    await page.getByRole("button", { name: "Archivieren" }).click();
    await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: "Archivieren" }).click();
    await page.getByText("Konto archiviert").waitFor();
    await page.go("/ai/accounts?list=archived");
    await page.getByText("Research").first().waitFor();
    assert.deepEqual((await it.api.get("/api/ai/usage")).totals, spent);
  });
});
