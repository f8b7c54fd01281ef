import assert from "node:assert/strict";
import { test } from "node:test";
import { forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();

test("from an entry of the audit log, its record is shown as it was", { timeout: 180_000 }, async () => {
  const { id } = await it.api.post("/api/ai/budgets", { name: "All models", amount: { amount: "100", currency: "USD" } });
  await it.api.put(`/api/ai/budgets/${id}`, { name: "Everything", amount: { amount: "250", currency: "USD" } });
  await it.page({}, async (page) => {
    await page.go("/settings/audit");
    await page.getByRole("row").filter({ hasText: /budget/i }).first().click();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    const fields = sheet.getByLabel("Fields, as the API names them");
    await fields.getByText("Everything").waitFor();
    await fields.getByText("250.00 USD").waitFor();
    await forEverybody(page, "past-1280");
    await sheet.getByRole("slider").focus();
    await page.keyboard.press("Home");
    await sheet.getByRole("heading", { name: "As it was" }).waitFor();
    await fields.getByText("All models").waitFor();
    await page.setViewportSize(phone);
    await forEverybody(page, "past-360");
    await sheet.getByRole("button", { name: "Back to now" }).click();
    await fields.getByText("Everything").waitFor();
    assert.equal(await sheet.getByRole("heading", { name: "As it was" }).count(), 0);
  });
});
