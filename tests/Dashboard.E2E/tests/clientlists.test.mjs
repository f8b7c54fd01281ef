import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const names = async () => (await it.api.get("/api/clients")).items.map((client) => client.name);
const list = "Firma;E-Mail-Adresse;Kundennummer;Zahlungsziel\nMeadow Health;bills@meadow.example.test;10001;14\nPark;;10002;soon\n";

test("a list of clients is looked at, mended, taken over, repeated without doubles and undone", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/clients");
    await page.getByRole("button", { name: "Import and export" }).click();
    await page.getByRole("menuitem", { name: "Import clients…" }).click();
    await page.locator("input[type=file]").setInputFiles(file("list.csv", list));
    await page.getByText("1 new, 0 changed, 0 as they are, 1 rejected").waitFor();
    assert.deepEqual(await names(), []);
    await accessible(page);
    await page.getByLabel("Line 3, Zahlungsziel").fill("30");
    await page.getByRole("button", { name: "Check again" }).click();
    await page.getByText("2 new, 0 changed, 0 as they are, 0 rejected").waitFor();
    await page.getByRole("button", { name: "Take over 2 lines" }).click();
    await page.getByText("2 clients taken over").waitFor();
    assert.deepEqual(await names(), ["Meadow Health", "Park"]);

    await page.locator("input[type=file]").setInputFiles(file("again.csv", list.replace("soon", "30")));
    await page.getByText("0 new, 0 changed, 2 as they are, 0 rejected").waitFor();
    await page.getByRole("button", { name: "Another file" }).click();
    await page.getByRole("button", { name: "Undo the import of list.csv" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Undo" }).click();
    await page.getByText("2 clients are as before").waitFor();
    assert.deepEqual(await names(), []);
  });
});

test("a column that goes by another name is chosen once and known the next time", { timeout: 120_000 }, async () => {
  await it.page({ expected: [/status of 422.*clients\/import/] }, async (page) => {
    await page.go("/clients/import");
    const odd = "Code,Who\n1,Sea\n";
    await page.locator("input[type=file]").setInputFiles(file("odd.csv", odd));
    const name = page.getByRole("combobox", { name: "Name", exact: true });
    await name.click();
    await page.getByRole("option", { name: "Who" }).click();
    await page.getByRole("cell", { name: "Sea" }).waitFor();
    await page.getByRole("button", { name: "Another file" }).click();
    await page.locator("input[type=file]").setInputFiles(file("odd.csv", odd));
    await page.getByRole("cell", { name: "Sea" }).waitFor();
  });
});

test("the import and the statistics are for everybody, also on a phone", { timeout: 120_000 }, async () => {
  for (const options of [{}, { viewport: phone, touch: true }])
    await it.page(options, async (page) => {
      await page.go("/clients/import");
      await page.locator("input[type=file]").setInputFiles(file("list.csv", list));
      await page.getByText("1 rejected").waitFor();
      await forEverybody(page);
      await page.go("/statistics");
      await page.getByRole("heading", { name: "In one currency" }).waitFor();
      await forEverybody(page);
    });
});

test("statistics are seen in one currency by a rate that is told", { timeout: 120_000 }, async () => {
  for (const [currency, unitPrice] of [["USD", "100"], ["EUR", "50"]]) {
    const client = await it.api.post("/api/clients", { name: `In ${currency}`, currency });
    const invoice = await it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Work", unitPrice }] });
    await it.api.post(`/api/invoices/${invoice.id}/issue`, {});
  }
  await it.page({ expected: [/status of 422.*convertTo/] }, async (page) => {
    await page.go("/statistics?in=EUR");
    await page.getByText("There is no rate from USD to EUR").waitFor();
    const form = page.getByRole("form", { name: "Enter an exchange rate" });
    await form.getByLabel("Is worth, in EUR").fill("0.9");
    await form.getByLabel("Source").fill("Central bank");
    await form.getByRole("button", { name: "Enter the rate" }).click();
    await page.getByRole("region", { name: "All in EUR" }).getByText("140.00").first().waitFor();
    await page.getByText(/^1 USD = 0\.9 EUR on .*, Central bank$/).waitFor();
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export: All in EUR" }).click();
    await page.getByRole("menuitem", { name: "CSV" }).click();
    const lines = readFileSync(await (await waiting).path(), "utf8").trim().split("\r\n").map((line) => line.split(","));
    const billed = lines[0].indexOf("Billed");
    assert.deepEqual(lines.slice(1).map((line) => [line[2], line[4], line[6], line[billed]]), [["EUR", "", "", "50.00"], ["USD", "0.9", "Central bank", "90.00"], ["all", "", "", "140.00"]]);
    await accessible(page);
  });
});
