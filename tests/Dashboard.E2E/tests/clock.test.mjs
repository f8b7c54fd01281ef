import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();

test("an organisation in test mode lives through months in a moment", { timeout: 420_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/settings/clock");
    await page.getByText("Everybody's time").waitFor();
    await accessible(page);
    await page.getByLabel("The clock begins on").fill("01/31/2026");
    await page.getByLabel("The clock begins on").press("Enter");
    await page.getByRole("button", { name: "Begin test mode" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Begin test mode" }).click();
    await page.getByText("Test mode: it is 01/31/2026 here.", { exact: false }).waitFor();

    await it.api.post("/api/plans/seed");
    const { id: clientId } = await it.api.post("/api/clients", { name: "Meadow Health" });
    await it.api.post("/api/subscriptions", { clientId, planCode: "pro", trialDays: 0 });
    await until("the first period is invoiced", async () => (await it.api.get("/api/invoices?status=issued")).count === 1);

    await page.getByRole("button", { name: "A month" }).click();
    await page.getByText("Test mode: it is 02/28/2026 here.", { exact: false }).waitFor({ timeout: 120_000 });
    await page.getByText("The clock stands.").waitFor();
    await page.getByLabel("To a day").fill("03/31/2026");
    await page.getByLabel("To a day").press("Enter"); // takes the day, and sends the form
    await page.getByText("Test mode: it is 03/31/2026 here.", { exact: false }).waitFor({ timeout: 120_000 });
    await page.getByText("The clock stands.").waitFor();
    const issued = (await it.api.get("/api/invoices?sort=issueDate")).items.map((one) => one.issueDate);
    assert.deepEqual(issued, ["2026-01-31", "2026-02-28", "2026-03-31"]);
    await forEverybody(page, "clock-1280");
    await page.setViewportSize(phone);
    await forEverybody(page, "clock-360");
  });
});
