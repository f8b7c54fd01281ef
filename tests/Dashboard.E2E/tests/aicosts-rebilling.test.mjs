import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const now = new Date();
const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 10);
const client = (await it.api.post("/api/clients", { name: "Meadow Health" })).id;
const account = (await it.api.post("/api/ai/accounts", { provider: "own", name: "Basement" })).id;
const spend = (amount, date = day) => it.api.post("/api/ai/usage/manual", { account, date, model: "llama", cost: { amount, currency: "USD" } });
const plain = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();

test("a rule gives costs to a client, and what it leaves stays visible", { timeout: 180_000 }, async () => {
  await spend("100");
  await it.page({ expected: [/status of 422.*api\/ai\/allocation-rules/] }, async (page) => {
    await page.go("/ai/rebilling");
    await page.getByText(/^Nothing to charge for /).waitFor();
    await page.getByRole("list", { name: "Charged to nobody" }).getByText("100.00").waitFor();
    await forEverybody(page, "ai-rebilling-empty-1280");
    await page.getByRole("link", { name: "To the rules" }).first().click();
    await page.getByText("No rules yet").waitFor();
    await forEverybody(page, "ai-allocation-empty-1280");
    await page.keyboard.press("c");
    const sheet = page.getByRole("dialog", { name: "Add rule" });
    await sheet.getByLabel("Name").fill("Everything for Meadow");
    await sheet.getByLabel("Model").fill("llama*");
    await sheet.getByRole("combobox", { name: "Client 1" }).fill("Mead");
    await page.getByRole("option", { name: /^Meadow Health/ }).click();
    await sheet.getByLabel("Share 1, in percent").fill("60");
    await sheet.getByRole("button", { name: "Add a share" }).click();
    await sheet.getByRole("combobox", { name: "Client 2" }).fill("Mead");
    await page.getByRole("option", { name: /^Meadow Health/ }).click();
    await sheet.getByLabel("Share 2, in percent").fill("30");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByRole("alert").waitFor();
    await forEverybody(page, "ai-rule-sheet-1280");
    await sheet.getByRole("button", { name: "Take out share 2" }).click();
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Rule saved").waitFor();
    const rule = page.getByRole("list", { name: "For clients" }).getByRole("listitem").first();
    await rule.getByText("Meadow Health").waitFor();
    assert.match(await plain(rule), /Everything for Meadow Change Drop Model: llama\* Meadow Health 60 %$/);
    await forEverybody(page, "ai-allocation-1280");
  });
});

test("terms are agreed, the month is charged once, and what comes late by its difference", { timeout: 240_000 }, async () => {
  const charges = async () => (await it.api.get("/api/charges")).items.map((one) => one.amount?.amount ?? one.total?.amount);
  await it.page({}, async (page) => {
    await page.go("/ai/rebilling");
    await page.getByRole("button", { name: "Agree terms with Meadow Health" }).click();
    const sheet = page.getByRole("dialog", { name: "Agree terms with a client" });
    await sheet.getByLabel("Markup").fill("25");
    await forEverybody(page, "ai-terms-sheet-1280");
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Terms agreed").waitFor();
    const terms = page.getByRole("list", { name: "Terms" }).getByRole("listitem");
    await terms.getByText("Meadow Health").waitFor();
    assert.match(await plain(terms), /^Meadow Health cost plus 25 %/);
    await forEverybody(page, "ai-terms-1280");
    await page.getByRole("tab", { name: "Month" }).click();
    const row = page.getByRole("table", { name: "What clients would be charged" }).getByRole("row", { name: /^Meadow Health/ });
    await row.waitFor();
    assert.equal(await plain(row), "Meadow Health 1 record of usage 60.00USD 25 % 75.00USD 75.00USD");
    await forEverybody(page, "ai-rebilling-1280");
    assert.deepEqual((await it.api.get("/api/ai/rebilling")).items, [], "a look charges nothing");
    await page.getByRole("button", { name: "Make 1 charge" }).click();
    await page.getByRole("dialog", { name: /^Charge clients for / }).or(page.getByRole("alertdialog")).getByRole("button", { name: "Make 1 charge" }).last().click();
    await page.getByText("1 charge was made", { exact: true }).waitFor();
    await page.getByText("All of it is charged.", { exact: false }).waitFor();
    await until("the charge is there", async () => (await charges()).length === 1);
    const charged = page.getByRole("list", { name: "Charged", exact: true }).getByRole("listitem");
    await charged.getByText("to be invoiced").waitFor();
    await charged.getByRole("button", { name: "Usage behind the charge of Meadow Health" }).click();
    const parts = page.getByRole("table", { name: "Usage behind the charge" });
    await parts.getByText("Basement").waitFor(); // its name comes by a question of its own
    assert.match(await plain(parts.getByRole("row").nth(1)), /Basement llama the record 60\.00\s?USD$/);
    await forEverybody(page, "ai-charge-usage-1280");
    await page.keyboard.press("Escape");

    await spend("10");
    await page.go("/ai/rebilling");
    await row.waitFor();
    assert.equal(await plain(row), "Meadow Health 2 records of usage 66.00USD 25 % 82.50USD 7.50USD");
    await charged.getByRole("link", { name: "Charge of Meadow Health" }).click();
    await page.waitForURL(/\/charges\?charge=/);
  });
  await spend("20", now.toISOString().slice(0, 10));
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    for (const [path, text, name] of [["/ai/rebilling", "Was Kunden berechnet würde", "ai-rebilling-360-de"], ["/ai/rebilling?list=terms", "Kosten und", "ai-terms-360-de"], ["/ai/allocation", "Everything for Meadow", "ai-allocation-360-de"], ["/ai?by=client", "ohne Zuordnung", "ai-overview-client-360-de"]]) {
      await page.go(path);
      await page.getByText(text).first().waitFor();
      await fits(page);
      await forEverybody(page, name);
    }
  });
  assert.equal((await it.api.get(`/api/ai/rebilling?clientId=${client}`)).items[0].amount.amount, "75.00");
});
