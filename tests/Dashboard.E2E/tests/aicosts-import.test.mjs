import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const columns = "date,service,account,model,input_tokens,output_tokens,cost_usd,notes";
const lines = [`${ago(2)},own,Basement,llama,1000,200,1.25,Power`, `${ago(1)},own,basement,,,,0.5,`];
const file = (name, ...rows) => ({ name, mimeType: "text/csv", buffer: Buffer.from([columns, ...rows, ""].join("\n")) });
const input = (page, name = "Choose a file…") => page.getByLabel(name).and(page.locator("input[type=file]"));
const totals = async () => (await it.api.get("/api/ai/usage/records")).items.map((one) => one.cost?.amount).sort();

test("a file is looked at cell by cell, its good lines are taken, and the import is undone", { timeout: 240_000 }, async () => {
  await it.api.post("/api/ai/accounts", { provider: "own", name: "Basement" });
  await it.page({ expected: [/status of 422.*api\/ai\/usage\/import/] }, async (page) => {
    await page.go("/ai/usage");
    await page.getByRole("link", { name: "Import a file" }).click();
    await page.getByText("No file was imported yet.").waitFor();
    await forEverybody(page, "ai-import-empty-1280");
    const [sample] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Sample file" }).click()]);
    const [, head, row] = /^\uFEFF?(.*)\r\n(.*)\r\n$/.exec(await readFile(await sample.path(), "utf8"));
    assert.deepEqual([head, row.includes("Basement")], [columns, true]);
    await input(page).setInputFiles({ name: "none.csv", mimeType: "text/csv", buffer: Buffer.from("date,service\n") });
    await page.getByRole("alert").filter({ hasText: "column" }).waitFor();
    await input(page).setInputFiles(file("november.csv", ...lines, `${ago(1)},own,Attic,,,,2,`, `${ago(1)},own,Basement,,,,one,`));
    await page.getByText("2 new, 0 instead of others, 0 known already, 2 rejected").waitFor();
    const bad = page.getByRole("region", { name: "Cells that cannot be taken" }).getByRole("row");
    assert.match((await bad.nth(1).innerText()).replace(/\s+/g, " "), /^4 account Attic /);
    assert.match((await bad.nth(2).innerText()).replace(/\s+/g, " "), /^5 cost_usd one /);
    await forEverybody(page, "ai-import-looked-1280");
    const [list] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a list" }).click()]);
    assert.equal(list.suggestedFilename(), "november-rejected.csv");
    assert.match(await readFile(await list.path(), "utf8"), /\r\n4,account,Attic,/);
    assert.deepEqual(await totals(), [], "a look takes nothing");
    await page.getByRole("button", { name: "Take over 2 lines" }).click();
    await page.getByText("2 lines were taken over").waitFor();
    assert.deepEqual(await totals(), ["0.5", "1.25"]);

    await input(page).setInputFiles(file("november.csv", ...lines));
    await page.getByText("0 new, 0 instead of others, 2 known already, 0 rejected").waitFor();
    assert.equal(await page.getByRole("button", { name: "Take over 0 lines" }).isDisabled(), true);
    await page.getByRole("button", { name: "Another file" }).click();
    await page.getByRole("link", { name: "Records of november.csv" }).click();
    await page.getByText("Only records of one file that was imported.").waitFor();
    await page.getByText("llama").first().waitFor();
    await forEverybody(page, "ai-import-records-1280");
    await page.go("/ai/usage/import");
    await page.getByRole("button", { name: "Undo the import of november.csv" }).click();
    await page.getByRole("dialog", { name: "Undo the import of november.csv?" }).or(page.getByRole("alertdialog")).getByRole("button", { name: "Undo", exact: true }).click();
    await page.getByText("2 records count no more").waitFor();
    await page.getByText("Undone", { exact: true }).waitFor();
    assert.deepEqual(await totals(), []);
  });
});

test("all lines are of one account, whatever they say, on a phone and in German", { timeout: 120_000 }, async () => {
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/ai/usage");
    await fits(page);
    await page.go("/ai/usage/import");
    await page.getByRole("combobox", { name: "Zeilen sind von" }).click();
    await page.getByRole("option", { name: /^Basement/ }).click();
    await input(page, "Datei wählen …").setInputFiles(file("dezember.csv", `${ago(3)},elsewhere,Rack 7,,,,3.75,`, `${ago(1)},elsewhere,Rack 7,,,,kein,`));
    await page.getByText("1 neu, 0 anstelle anderer, 0 schon bekannt, 1 abgelehnt").waitFor();
    await page.getByText("„kein“ ist keine Zahl", { exact: false }).waitFor();
    await fits(page);
    await forEverybody(page, "ai-import-looked-360-de");
    await page.getByRole("button", { name: "1 Zeile übernehmen" }).click();
    await page.getByText("1 Zeile wurde übernommen").waitFor();
    await forEverybody(page, "ai-import-360-de");
  });
  assert.deepEqual(await totals(), ["3.75"]);
});
