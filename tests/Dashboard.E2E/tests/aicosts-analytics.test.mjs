import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const own = (name) => it.api.post("/api/ai/accounts", { provider: "own", name });

test("daily costs with their averages, a forecast and the day that stands out", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/ai/analytics");
    await page.getByText("No costs to look at").waitFor();
    await forEverybody(page, "ai-analytics-empty-1280");
  });
  const account = (await own("Basement")).id;
  for (let days = 40; days >= 1; days--) await it.api.post("/api/ai/usage/manual", { account, date: ago(days), cost: { amount: days === 4 ? "60" : String(8 + (days % 5)), currency: "USD" } });
  await it.page({}, async (page) => {
    await page.go("/ai/analytics");
    const chart = page.getByRole("img", { name: /^Cost of each day from .*; 1 day stands out\.$/ });
    await chart.waitFor();
    const forecast = page.getByRole("region", { name: /./ }).or(page.locator("section")).filter({ has: page.getByRole("heading", { name: "Forecast, USD" }) }).last();
    const line = (await it.api.get("/api/ai/analytics/forecast")).items[0];
    await forecast.getByText(`${new Intl.NumberFormat("en-US").format(Number(line.confidence))} %`).first().waitFor();
    await forecast.getByText("The next 30 days").waitFor();
    const odd = page.getByRole("list", { name: "Days that stand out" }).getByRole("listitem");
    assert.equal(await odd.count(), 1);
    assert.match(await odd.innerText(), /Basement\s+Critical\s+60\.00\s?USD/);
    await page.getByText("The same as a table").click();
    const rows = page.getByRole("region", { name: "Costs by day, USD" }).getByRole("row");
    assert.match((await rows.filter({ hasText: "Basement: Critical" }).innerText()).replace(/\s+/g, " "), / 60\.00 USD /);
    await forEverybody(page, "ai-analytics-1280");

    await page.getByRole("button", { name: "Export: Costs by day, USD" }).click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "SVG" }).click()]);
    const svg = await readFile(await file.path(), "utf8");
    assert.match(svg, /stroke-linecap="round"/);
    assert.match(svg, /Average of 30 days/);

    await page.getByRole("combobox", { name: "Looks ahead" }).click();
    await page.getByRole("option", { name: "7 days", exact: true }).click();
    await page.waitForURL(/ahead=7/);
    await forecast.getByText("The next 7 days").waitFor();
    await odd.getByRole("link").click();
    await page.waitForURL(/\/ai\/usage\?/);
    await page.getByText("60.00").first().waitFor();
  });
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/ai/analytics?days=30");
    await page.getByRole("img", { name: /1 Tag fällt auf\.$/ }).waitFor();
    await fits(page);
    await forEverybody(page, "ai-analytics-360-de");
  });
});

test("the same usage on another model, model by model", { timeout: 240_000 }, async () => {
  const account = (await own("Lab")).id;
  const price = (model, input) => it.api.post("/api/ai/prices", { provider: "own", model, from: ago(60), prices: { input } });
  await price("llama-large", "4");
  await price("llama-small", "1");
  await price("llama-tiny", "0.5");
  const call = (requestId, model, input) => ({ requestId, account, at: `${ago(2)}T10:00:00Z`, model, tokens: { input } });
  await it.api.post("/api/ai/usage/calls", [call("r-1", "llama-large", 2_000_000), call("r-2", "llama-tiny", 1_000_000), call("r-3", "llama-nobody-knows", 5)]);
  await it.page({}, async (page) => {
    await page.go("/ai/what-if");
    await page.getByText("Choose another model", { exact: true }).waitFor();
    await forEverybody(page, "ai-what-if-empty-1280");
    await page.getByRole("combobox", { name: "Other provider" }).click();
    const { name } = (await it.api.get("/api/ai/providers")).items.find((one) => one.code === "own");
    await page.getByRole("option", { name, exact: true }).click();
    await page.getByRole("combobox", { name: "Other model" }).fill("small");
    await page.getByRole("option", { name: "llama-small" }).click();
    await page.waitForURL(/model=llama-small/);
    await page.getByText("Of 2 records, priced by the price book on both.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "llama-nobody-knows" }).getByText("1 record").waitFor();
    const row = async (model) => (await page.getByRole("table", { name: "Model by model" }).getByRole("row", { name: new RegExp(`^${model} `) }).innerText()).replace(/\s+/g, " ").trim();
    assert.equal(await row("llama-large"), "llama-large 8.00USD 2.00USD 6.00USD less 1");
    assert.equal(await row("llama-tiny"), "llama-tiny 0.50USD 1.00USD 0.50USD more 1");
    await forEverybody(page, "ai-what-if-1280");
  });
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/ai/what-if?provider=own&model=llama-small");
    await page.getByText("Von 2 Einträgen, auf beiden mit dem Preisbuch berechnet.").waitFor();
    await page.getByText("Niemand weiß, was „llama-nobody-knows“ bei „own“ kostet.").waitFor();
    await page.getByRole("table", { name: "Modell für Modell" }).waitFor();
    await fits(page);
    await forEverybody(page, "ai-what-if-360-de");
  });
});
