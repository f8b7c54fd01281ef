import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const acme = await it.api.post("/api/clients", { name: "Acme Studio" });
const requests = async () => (await it.api.get("/api/support/requests")).items;
const file = (name, ...lines) => ({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
const mixed = file("requests.csv", "date,client,description,hours,urgency", "2025-06-03,Acme Studio,Mend the form,1.5,high", "2025-06-04,,Move the map,,", "2025-06-05,Nobody,,x,soon");

test("a file of requests is looked at, its good lines are taken, known ones again are none, and it is taken back", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/support");
    await page.getByRole("main").getByRole("link", { name: "Import" }).click();
    await page.getByRole("heading", { name: "Import requests", level: 1 }).waitFor();
    await page.locator("input[type=file]").setInputFiles(mixed);
    await page.getByText("1 new, 0 known already, 2 rejected").waitFor();
    const bad = page.getByRole("region", { name: "Lines that cannot be taken" });
    for (const why of ["Say whose request this is", "There is no client of this id or name", "Write what was asked for"]) await bad.getByText(why).waitFor();
    await forEverybody(page, "support-import-1280");
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save these lines" }).click()]);
    assert.equal(saved.suggestedFilename(), "rejected-requests.csv");
    assert.match(readFileSync(await saved.path(), "utf8"), /^\uFEFF?date,client,description,hours,urgency,Reason\r\n2025-06-04,,Move the map,,,.*\r\n2025-06-05,Nobody,,x,soon,.*\r\n$/);
    assert.equal((await requests()).length, 0, "looking saves nothing");

    // A client for the lines that name none.
    await page.getByRole("combobox", { name: "Lines that name no client are of" }).fill("Acme");
    await page.getByRole("option", { name: /^Acme Studio/ }).click();
    await page.getByText("2 new, 0 known already, 1 rejected").waitFor();
    await page.getByRole("button", { name: "Take 2 requests" }).click();
    await page.getByText("2 requests were taken").waitFor();
    assert.deepEqual((await requests()).map((one) => `${one.clientId} ${one.resolvedOn} ${one.description} ${Number(one.hours)} ${one.urgency}`).sort(), [`${acme.id} 2025-06-03 Mend the form 1.5 high`, `${acme.id} 2025-06-04 Move the map 0.25 low`]);

    await page.locator("input[type=file]").setInputFiles(mixed);
    await page.getByText("0 new, 2 known already, 1 rejected").waitFor();
    await page.getByRole("button", { name: "Another file" }).click();

    await page.getByRole("button", { name: "Take back the import of requests.csv" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Take back" }).click();
    await page.getByText("2 requests are put away").waitFor();
    await until("the requests are put away", async () => (await requests()).every((one) => one.status !== "active"));
  });
});

test("the import fits a phone, is told in German, and says what no file of requests is", { timeout: 120_000 }, async () => {
  await it.page({ language: "de-DE", viewport: phone, touch: true, expected: [/status of 422/] }, async (page) => {
    await page.go("/support/import");
    await page.getByRole("heading", { name: "Anfragen importieren", level: 1 }).waitFor();
    await page.getByText("requests.csv").waitFor();
    await forEverybody(page, "support-import-360-de");
    await page.locator("input[type=file]").setInputFiles(file("other.csv", "date,text", "2025-06-03,Mend it"));
    await page.getByText("Es gibt keine Spalte „description“").waitFor();
    await page.getByRole("button", { name: "Andere Datei" }).click();
    await page.locator("input[type=file]").setInputFiles(mixed);
    await page.getByText("1 neu, 0 schon bekannt, 2 abgelehnt").waitFor(); // what was taken back may come again
    await fits(page);
    await page.keep("support-import-lines-360-de");
  });
});
