import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const today = new Date().toISOString().slice(0, 10);
const account = (await it.api.post("/api/ai/accounts", { provider: "own", name: "Basement", tags: ["research"] })).id;
const rules = async () => (await it.api.get("/api/alert-rules")).items;
const usual = async (kind) => (await rules()).find((one) => one.kind === kind && one.usual);

test("the usual rules are there, and one is switched off and on without a mouse", { timeout: 180_000 }, async () => {
  await it.api.post("/api/ai/budgets", { name: "All of it", amount: { amount: "50", currency: "USD" } });
  await it.api.post("/api/ai/usage/manual", { account, date: today, cost: { amount: "60", currency: "USD" } });
  await until("the budget is told", async () => (await it.api.get("/api/alerts?kind=budget")).items.length === 1);
  await it.page({}, async (page) => {
    const keys = await keyboardOnly(page);
    await page.go("/ai/alerts");
    await page.getByRole("tab", { name: "Rules" }).focus();
    await keys.press("Enter");
    await page.waitForURL(/list=rules/);
    const list = page.getByRole("list", { name: "Rules of alerts" }).getByRole("listitem");
    await until("seven rules are shown", async () => (await list.count()) === 7);
    await list.filter({ hasText: "Not read any more" }).getByText("after 48 hours").waitFor();
    await list.filter({ hasText: "Balance low" }).getByText("when nothing is left").waitFor();
    assert.equal(await page.getByRole("button", { name: /^Drop/ }).count(), 0);
    await forEverybody(page, "ai-alert-rules-1280");
    await page.getByRole("switch", { name: "Budget nearly or all spent makes alerts" }).focus();
    await keys.press("Space");
    await page.getByText("Rule switched off").waitFor();
    await until("its alert has settled", async () => (await it.api.get("/api/alerts?state=settled")).items.length === 1);
    assert.equal((await usual("budget")).on, false);
    await page.getByRole("switch", { name: "Budget nearly or all spent makes alerts", checked: false }).waitFor();
    await page.getByRole("switch", { name: "Budget nearly or all spent makes alerts" }).focus(); // its row was drawn anew
    await keys.press("Space");
    await page.getByText("Rule switched on").waitFor();
    await until("its alert is back", async () => (await it.api.get("/api/alerts?kind=budget")).items.length === 1);
    await keys.neverMouse();
  });
});

test("a rule of one's own is written, refused where it is wrong, changed and dropped", { timeout: 180_000 }, async () => {
  await it.page({ expected: [/status of 422.*api\/alert-rules/] }, async (page) => {
    await page.go("/ai/alerts?list=rules&rule=new");
    const sheet = page.getByRole("dialog", { name: "Add rule" });
    await sheet.getByLabel("Name").fill("Research nearly empty");
    await sheet.getByRole("combobox", { name: "Looks at" }).click();
    await page.getByRole("option", { name: "Accounts with a tag" }).click();
    await sheet.getByLabel("Tag").fill("research");
    await sheet.getByLabel("Below").fill("0");
    await sheet.getByRole("button", { name: "Add rule" }).click();
    await sheet.getByText("A balance is low below an amount that is more than nothing.").waitFor();
    await forEverybody(page, "ai-alert-rule-sheet-1280");
    await sheet.getByLabel("Below").fill("20.50");
    await sheet.getByRole("button", { name: "Add rule" }).click();
    await page.getByText("Rule added").waitFor();
    const row = page.getByRole("listitem").filter({ hasText: "Research nearly empty" });
    await row.getByText("tag research").waitFor();
    await row.getByText(/below .*20\.50/).waitFor();
    assert.deepEqual((await rules()).filter((one) => !one.usual).map((one) => [one.kind, one.scope, one.tag, one.amount.amount, one.level, one.told]), [["balanceLow", "tag", "research", "20.50", "warning", "readers"]]);
    await page.getByRole("button", { name: "Change: Not read any more" }).click();
    const change = page.getByRole("dialog", { name: "Change this rule" });
    await change.getByLabel("Not read for").fill("0");
    await change.getByText("A whole number from 1 to 720.").waitFor();
    await change.getByLabel("Not read for").fill("12");
    await change.getByRole("button", { name: "Save" }).click();
    await page.getByText("Rule saved").waitFor();
    await page.getByText("after 12 hours").waitFor();
    await page.getByRole("button", { name: "Drop: Research nearly empty" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Drop" }).click();
    await page.getByText("Rule dropped").waitFor();
    await until("it is gone", async () => (await rules()).every((one) => one.usual));
  });
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/ai/alerts?list=rules");
    await page.getByText("nach 12 Stunden").waitFor();
    await fits(page);
    await forEverybody(page, "ai-alert-rules-360-de");
    await page.getByRole("button", { name: "Ändern: Dienst ausgefallen" }).click();
    await page.getByRole("dialog", { name: "Diese Regel ändern" }).getByLabel("Ausgefallen seit").waitFor();
    await forEverybody(page, "ai-alert-rule-sheet-360-de");
  });
});
