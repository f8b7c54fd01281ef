import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { apiOf } from "../harness/api.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const today = new Date().toISOString().slice(0, 10);
const account = (await it.api.post("/api/ai/accounts", { provider: "own", name: "Basement", tags: ["blue"] })).id;
const spend = (amount, currency = "USD") => it.api.post("/api/ai/usage/manual", { account, date: today, cost: { amount, currency } });

test("a budget is opened without a mouse, and shows what is spent, left and told", { timeout: 180_000 }, async () => {
  await spend("85.5");
  await spend("7", "EUR");
  await it.page({}, async (page) => {
    const keys = await keyboardOnly(page);
    await page.go("/ai/budgets");
    await page.getByText("No budgets yet").waitFor();
    await forEverybody(page, "ai-budgets-empty-1280");
    await keys.press("c");
    const sheet = page.getByRole("dialog", { name: "Add budget" });
    await sheet.getByLabel("Name").waitFor();
    await keys.tabTo("the amount", (at) => at.tag === "INPUT", 20);
    await keys.type("All of it");
    await keys.press("Tab", "Tab");
    await keys.type("100");
    await sheet.getByRole("button", { name: "Add a share" }).focus();
    await keys.press("Enter");
    await sheet.getByLabel("Share 4, in percent").focus();
    await keys.type("1001");
    await sheet.getByText("More than 0, up to 1000.").waitFor();
    await forEverybody(page, "ai-budget-sheet-1280");
    await sheet.getByRole("button", { name: "Take out share 4" }).focus();
    await keys.press("Enter");
    await keys.focusIs("at the button for another share", (at) => at.name === "Add a share");
    await keys.tabTo("Open budget", (at) => at.name === "Open budget");
    await keys.press("Enter");
    await page.getByText("Budget opened").waitFor();
    await page.getByRole("meter", { name: "85.5 % of 100.00 USD used by All of it" }).waitFor();
    await keys.neverMouse();

    const told = page.getByRole("list", { name: "Thresholds of All of it" });
    assert.deepEqual((await told.getByRole("listitem").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim()), ["70 % Warning 70.00USD reached", "90 % Critical 90.00USD", "100 % Emergency 100.00USD"]);
    const row = page.getByRole("listitem").filter({ hasText: "All of it" }).first();
    await row.getByText("14.50").waitFor();
    await row.getByText("Not counted, in other currencies").waitFor();
    const [budget] = (await it.api.get("/api/ai/budgets")).items;
    await row.getByText(budget.projection.breaks ? "Breaks on" : "Lasts through the month").waitFor();
    await forEverybody(page, "ai-budgets-1280");
    await page.go("/ai");
    await page.getByRole("list", { name: "Budgets" }).getByRole("meter", { name: "85.5 % of 100.00 USD used by All of it" }).waitFor();
    await forEverybody(page, "ai-overview-budgets-1280");
    await page.getByRole("link", { name: "All budgets" }).click();
    await page.waitForURL(/\/ai\/budgets$/);
    const mail = await until("a mail leads to the budgets", async () => (await apiOf(it.product.url).get("/api/dev/mails")).items.find((one) => one.links.some((link) => link.endsWith("/ai/budgets"))));
    assert.match(mail.subject, /^All of it: 70% is spent$/);
  });
});

test("a budget is changed while its thresholds are told, is refused a name that is taken, and is closed", { timeout: 180_000 }, async () => {
  await it.page({ expected: [/status of (409|422).*api\/ai\/budgets/] }, async (page) => {
    await page.go("/ai/budgets");
    await page.getByRole("button", { name: "Change: All of it" }).click();
    const sheet = page.getByRole("dialog", { name: "Change this budget" });
    await sheet.getByLabel("Amount for a month").fill("90");
    await spend("5");
    await until("another threshold was told", async () => (await it.api.get("/api/ai/budgets")).items[0].version > 2);
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Budget saved").waitFor();
    await page.getByText("All of it is spent").waitFor();
    await page.getByText("Over by").waitFor();

    await page.getByRole("button", { name: "Add budget" }).click();
    const another = page.getByRole("dialog", { name: "Add budget" });
    await another.getByLabel("Name").fill("all of it");
    await another.getByRole("combobox", { name: "Counts the costs of" }).click();
    await page.getByRole("option", { name: "Accounts with a tag" }).click();
    await another.getByLabel("Tag").fill("blue");
    await another.getByLabel("Amount for a month").fill("1000");
    await another.getByRole("button", { name: "Open budget" }).click();
    await another.getByText("There is a budget of this name already. Choose another name.").waitFor();
    await another.getByLabel("Name").fill("Blue");
    await another.getByRole("button", { name: "Open budget" }).click();
    await page.getByRole("meter", { name: "9.05 % of 1,000.00 USD used by Blue" }).waitFor();
    await page.getByText("tag blue").waitFor();
    await page.getByRole("button", { name: "Close: Blue" }).click();
    await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: "Close", exact: true }).last().click();
    await page.getByText("Budget closed").waitFor();
    await page.getByRole("tab", { name: "Closed" }).click();
    await page.getByText("Blue", { exact: true }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Change: Blue" }).count(), 0);
  });
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/ai/budgets");
    await page.getByText("Alles ist ausgegeben").waitFor();
    await fits(page);
    await forEverybody(page, "ai-budgets-360-de");
    await page.getByRole("button", { name: "Ändern: All of it" }).click();
    await page.getByRole("dialog", { name: "Dieses Budget ändern" }).waitFor();
    await forEverybody(page, "ai-budget-sheet-360-de");
  });
});
