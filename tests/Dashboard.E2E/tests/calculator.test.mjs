import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { pictures } from "../harness/pictures.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const amount = (page, text) => page.getByRole("status", { name: "Amount" }).filter({ hasText: text }).waitFor();

test("a price is tried out: its tiers, its quantity, how it comes about, and an address that keeps it", { timeout: 180_000 }, async () => {
  await it.page({ expected: [/status of 400.*pricing\/quote/] }, async (page) => {
    await page.go("/usage/calculator?currency=EUR&quantity=%22250%22");
    await page.getByRole("heading", { name: "Price calculator", level: 1 }).waitFor();
    await amount(page, "435.00 EUR"); // 100 × 2 + 10, and 150 × 1.5
    await page.getByRole("img", { name: /^Amount over quantity, from 0 to 1,200/ }).waitFor();
    assert.deepEqual((await pictures(page, "Export: Amount over quantity")).words.slice(0, 3), ["Amount over quantity", "EUR · 0 – 1,200", "—Amount over quantity"]);

    await page.getByLabel("Quantity", { exact: true }).fill("1001.5");
    await amount(page, "1,561.50 EUR");
    const breakdown = page.getByRole("table", { name: "Breakdown" });
    assert.deepEqual(await breakdown.getByRole("rowheader").allTextContents(), ["Tier 1", "Tier 2", "Tier 3", "Amount, rounded"]);

    await page.getByLabel("Price of one, Tier 3").fill("0.3333");
    await amount(page, "1,560.50 EUR");
    await breakdown.getByRole("row", { name: /Rounding/ }).waitFor();

    await page.getByRole("button", { name: "Add tier" }).click();
    await page.getByLabel("Up to, Tier 3").fill("500");
    await page.getByText("This does not fit.").waitFor();
    await page.getByRole("alert").waitFor();
    await accessible(page);
    await page.getByLabel("Up to, Tier 3").fill("2000");
    await amount(page, "1,560.50 EUR");
    await page.getByRole("button", { name: "Remove tier 3" }).click();

    await page.reload();
    await amount(page, "1,560.50 EUR");
    assert.equal(await page.getByLabel("Price of one, Tier 3").inputValue(), "0.3333", "the address holds the price");

    await page.getByRole("combobox", { name: "Model" }).click();
    await page.getByRole("option", { name: "Percentage", exact: true }).click();
    await page.getByLabel("Amounts of the events").fill("100\n200");
    await amount(page, "9.30 EUR"); // 2.9 % of 300, and 0.30 twice
    await page.getByLabel("Amounts of the events").fill("100\nmany");
    await page.getByText("Write one amount a line").waitFor();

    await page.getByRole("combobox", { name: "Model" }).click();
    await page.getByRole("option", { name: "Package" }).click();
    await page.getByLabel("Priced before in the period").fill("60");
    await page.getByLabel("Quantity", { exact: true }).fill("50");
    await amount(page, "5.00 EUR"); // the second package of 100 is begun
    await breakdown.getByRole("row", { name: /Priced before/ }).waitFor();
  });
});

test("the calculator is for everybody on a phone and by keyboard", { timeout: 120_000 }, async () => {
  await it.page({ viewport: phone }, async (page) => {
    await page.go("/usage/calculator?currency=EUR");
    await amount(page, "435.00 EUR");
    await forEverybody(page);
    await page.getByLabel("Up to, Tier 1").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("3");
    await amount(page, "535.00 EUR");
  });
});

test("in German numbers are written and read as they are there", { timeout: 120_000 }, async () => {
  await it.page({ language: "de" }, async (page) => {
    await page.go("/usage/calculator?currency=EUR");
    await page.getByRole("heading", { name: "Preisrechner", level: 1 }).waitFor();
    await page.getByLabel("Menge", { exact: true }).fill("1.000,5");
    await page.getByRole("status", { name: "Betrag" }).filter({ hasText: "1.560,50 EUR" }).waitFor();
    await accessible(page);
  });
});
