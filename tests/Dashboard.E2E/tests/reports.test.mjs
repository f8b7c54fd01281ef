import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();

test("a report is read, checked, saved, looked at in the past and taken along as a file", { timeout: 240_000 }, async () => {
  const { id } = await it.api.post("/api/clients", { name: "Meadow Health" });
  const invoice = await it.api.post("/api/invoices", { clientId: id, lines: [{ description: "Work", unitPrice: "250" }] });
  await it.api.post(`/api/invoices/${invoice.id}/issue`, {});
  await it.page({}, async (page) => {
    await page.go("/reports");
    await page.getByRole("list", { name: "All reports" }).getByRole("link").nth(7).waitFor();
    await forEverybody(page, "reports-1280");
    await page.getByRole("link", { name: /Receivables by age/ }).click();
    const rows = page.getByRole("region", { name: "Receivables by age" });
    await rows.getByRole("link", { name: "Meadow Health" }).waitFor();
    assert.match(await rows.getByRole("row").last().innerText(), /Sum, USD[\s\S]*250\.00/);
    await page.getByRole("button", { name: "Check against the events" }).click();
    await page.getByText("Its 1 row is as the events say.").waitFor();
    await forEverybody(page, "report-1280");

    const [file] = await Promise.all([
      page.waitForEvent("download"),
      (async () => {
        await page.getByRole("button", { name: "Save as a file" }).click();
        await page.getByRole("menuitem", { name: "CSV" }).click();
      })(),
    ]);
    assert.match(await readFile(await file.path(), "utf8"), /Meadow Health,1,250/);

    // By keyboard: a day before anything happened, and back.
    await page.getByRole("textbox", { name: "As of" }).fill("01/31/2025");
    await page.keyboard.press("Enter");
    await page.getByText("As it was at the end of 01/31/2025").waitFor();
    await page.getByRole("heading", { name: "Nothing in these days" }).waitFor();
    assert.match(page.url(), /asOf=2025-01-31/);
    await page.getByRole("button", { name: "Back to now" }).click();
    await rows.getByRole("link", { name: "Meadow Health" }).waitFor();

    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("What is owed");
    await forEverybody(page, "report-save-1280");
    await page.keyboard.press("Enter");
    await page.getByText("Saved", { exact: true }).waitFor();

    await page.setViewportSize(phone);
    await forEverybody(page, "report-360");
    await page.go("/reports");
    await page.getByRole("button", { name: "More about What is owed" }).click();
    await page.getByRole("menuitem", { name: "By mail…" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("checkbox").first().click();
    await forEverybody(page, "report-mail-360");
    await sheet.getByRole("button", { name: "Send it so" }).click();
    await page.getByText(/on day 1 of each month by mail/).waitFor();
    await forEverybody(page, "reports-360");
    await page.go("/reports/revenue-billed-and-received");
    await page.getByRole("region", { name: "Billed and received" }).waitFor();
    await page.getByRole("img", { name: /Received in USD by month/ }).waitFor();
    await forEverybody(page, "report-revenue-360");
  });
});
