import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const file = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)) });
const model = (litellm_provider, input, output) => ({ litellm_provider, mode: "chat", ...(input === undefined ? {} : { input_cost_per_token: input, output_cost_per_token: output }) });
const input = (sheet) => sheet.getByLabel(/^Choose (a|another) catalogue$/).and(sheet.locator("input[type=file]"));
const count = async (sheet, name) => (await sheet.locator("dl > div").filter({ has: sheet.page().locator("dt", { hasText: name }) }).locator("dd").innerText()).trim();

test("a catalogue of prices is looked at, taken, and held back where it looks like a mistake", { timeout: 240_000 }, async () => {
  await it.page({ expected: [/status of 422.*api\/ai\/prices\/import/] }, async (page) => {
    await page.go("/ai/prices");
    await page.getByRole("button", { name: "Import catalogue" }).first().click();
    const sheet = page.getByRole("dialog", { name: "Import a catalogue of prices" });
    await input(sheet).setInputFiles(file("api.json", "{ not json"));
    await sheet.getByRole("alert").waitFor();
    assert.equal(await sheet.getByRole("radio", { name: /^models\.dev/ }).isChecked(), true);
    await forEverybody(page, "ai-catalogue-refused-1280");

    const first = { "gpt-5": model("openai", 0.00000125, 0.00001), "gpt-5-mini": model("openai", 0.00000025, 0.000002), "gpt-nothing": model("openai"), stranger: model("somebody-else", 0.000001, 0.000001) };
    await input(sheet).setInputFiles(file("model_prices_and_context_window.json", first));
    await sheet.getByText("New or changed").waitFor();
    assert.equal(await sheet.getByRole("radio", { name: /^LiteLLM/ }).isChecked(), true);
    assert.deepEqual([await count(sheet, "New or changed"), await count(sheet, "Not readable"), await count(sheet, "Of unknown providers")], ["2", "1", "1"]);
    await sheet.getByRole("region", { name: "Not readable" }).getByText("gpt-nothing").waitFor();
    assert.equal((await it.api.get("/api/ai/prices")).items.length, 0, "a look takes nothing");
    await sheet.getByRole("button", { name: "Take 2 prices" }).click();
    await sheet.getByText("2 prices were taken into the book").waitFor();
    await sheet.getByRole("button", { name: "Close", exact: true }).last().click();
    await page.getByText("gpt-5-mini").first().waitFor();
    assert.equal((await it.api.get("/api/ai/prices")).items.length, 2);

    await page.getByRole("button", { name: "Import catalogue" }).first().click();
    await input(sheet).setInputFiles(file("model_prices_and_context_window.json", { ...first, "gpt-5": model("openai", 0.00125, 0.01), "gpt-5-nano": model("openai", 0.00000005, 0.0000004) }));
    await sheet.getByText("New or changed").waitFor();
    assert.deepEqual([await count(sheet, "New or changed"), await count(sheet, "Unchanged"), await count(sheet, "Held back")], ["1", "1", "1"]);
    await sheet.getByRole("region", { name: "Held back" }).getByText("Another unit").first().waitFor();
    await forEverybody(page, "ai-catalogue-1280");
    await sheet.getByRole("button", { name: "Take 1 price", exact: true }).click();
    await sheet.getByRole("button", { name: "Price usage again" }).click();
    await page.getByRole("dialog", { name: "Price the last 30 days again?" }).or(page.getByRole("alertdialog")).getByRole("button", { name: "Cancel" }).click();
  });
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/ai/prices?open=import");
    const sheet = page.getByRole("dialog", { name: "Einen Katalog von Preisen importieren" });
    await sheet.getByLabel("Katalog wählen").and(sheet.locator("input[type=file]")).setInputFiles(file("model_prices.json", { "gpt-5": model("openai", 0.00000125, 0.00001), "gpt-nothing": model("openai") }));
    await sheet.getByText("Der Katalog hat dafür keinen Preis", { exact: false }).waitFor();
    await fits(page);
    await forEverybody(page, "ai-catalogue-360-de");
  });
});

test("records are saved as a file of the days, the account and the provider that are shown", { timeout: 180_000 }, async () => {
  const today = new Date().toISOString().slice(0, 10);
  for (const name of ["Basement", "Attic"]) {
    const { id } = await it.api.post("/api/ai/accounts", { provider: "own", name });
    await it.api.post("/api/ai/usage/manual", { account: id, date: today, cost: { amount: name === "Attic" ? "2.5" : "7.25", currency: "USD" } });
  }
  const attic = (await it.api.get("/api/ai/accounts")).items.find((one) => one.name === "Attic").id;
  const saved = async (page, format) => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: format, exact: true }).click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };
  await it.page({}, async (page) => {
    await page.go("/ai/usage");
    await page.getByText("7.25").first().waitFor();
    const csv = await saved(page, "CSV");
    assert.match(csv.name, /^ai-usage-\d{4}-\d\d-\d\d\.csv$/);
    assert.match(csv.text, /Basement/);
    assert.match(csv.text, /Attic/);
    await page.go(`/ai/usage?filter=account.is.${attic}`);
    await page.getByText("2.50").first().waitFor();
    const focus = await saved(page, "FOCUS 1.2 (CSV)");
    assert.match(focus.text, /BilledCost/);
    assert.match(focus.text, /Attic/);
    assert.doesNotMatch(focus.text, /Basement/);
    await page.go("/ai/usage?list=manual");
    await page.getByText("7.25").first().waitFor();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByText(/, not narrowed by other filters$/).waitFor();
    await forEverybody(page, "ai-usage-export-1280");
  });
});

test("somebody whom a provider tells of is forgotten, and what they used stays", { timeout: 120_000 }, async () => {
  const { id: account } = await it.api.post("/api/ai/accounts", { provider: "own", name: "Shed" });
  await it.api.post("/api/ai/usage/calls", [{ requestId: "r-1", account, at: new Date(Date.now() - 60_000).toISOString(), model: "llama", user: "ada@example.test", tokens: { input: 7 } }]);
  const record = async () => (await it.api.get(`/api/ai/usage/records?accountId=${account}`)).items[0];
  await it.page({}, async (page) => {
    await page.go(`/ai/usage?open=${(await record()).id}`);
    const sheet = page.getByRole("dialog", { name: "Record", exact: true });
    await sheet.getByRole("button", { name: "Forget this user" }).click();
    const asked = page.getByRole("dialog", { name: "Forget ada@example.test?" }).or(page.getByRole("alertdialog"));
    await forEverybody(page, "ai-forget-1280");
    await asked.getByRole("button", { name: "Forget this user" }).last().click();
    await page.getByText("The address is gone", { exact: true }).waitFor();
    await sheet.getByText(/^forgotten-/).first().waitFor();
    assert.equal(await sheet.getByRole("button", { name: "Forget this user" }).count(), 0);
  });
  const now = await record();
  assert.equal(JSON.stringify(now).includes("ada@"), false);
  assert.equal(now.tokens.input, 7);
});
