import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { desktop, phone } from "../harness/browser.mjs";
import { pictures } from "../harness/pictures.mjs";
import { artifacts } from "../harness/product.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const meadow = await it.api.post("/api/clients", { name: "Meadow Health", emails: ["bills@meadow.example.test"], currency: "USD", termsDays: 30, address: { line1: "Field Lane 1", city: "Dover", country: "GB" } });
const orchard = await it.api.post("/api/clients", { name: "Orchard", currency: "EUR", note: "Calls in the morning" });
const draft = (client, unitPrice, more = {}) => it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Work", unitPrice }], ...more });
const issue = async (client, unitPrice, more) => {
  const { id } = await draft(client, unitPrice, more);
  return it.api.post(`/api/invoices/${id}/issue`, {});
};
// The example of the specification: paid 400 and 300, not due 500, overdue 200 and 100.
const [first, second] = [await issue(meadow, "400", { issueDate: day(-80) }), await issue(meadow, "300", { issueDate: day(-20) })];
await issue(meadow, "500", { issueDate: day(-10) });
await issue(meadow, "200", { issueDate: day(-50) });
await issue(meadow, "100", { issueDate: day(-100) });
for (const invoice of [first, second]) await it.api.post(`/api/invoices/${invoice.id}/payments`, { reference: invoice.number, amount: invoice.total });
for (const price of ["7", "8", "9"]) await draft(orchard, price);
for (const [client, description, unitPrice] of [[meadow, "A visit", "80"], [meadow, "A call", "20"], [orchard, "Hosting", "15"]]) await it.api.post("/api/charges", { clientId: client.id, description, unitPrice });
const keep = (name, file) => process.env.BILLING_E2E_SCREENS && writeFileSync(`${artifacts}/${name}`, file);
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const exported = async (page) => {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "CSV" }).click();
  return readFileSync(await (await waiting).path(), "utf8");
};

test("the statistics show the specification's example, and each figure opens what it is made of", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/statistics");
    const figures = page.getByRole("region", { name: "Per currency" });
    const line = async (name, text) => {
      const said = (await figures.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell").last().innerText()).replace(/\s+/g, " ").trim();
      assert.equal(said, text, name);
    };
    await figures.getByRole("row", { name: /^Billed/ }).waitFor();
    await line("Billed", "1,500.00 (5)");
    await line("Received", "700.00 (2)");
    await line("Unpaid", "500.00 (1)");
    await line("Overdue", "300.00 (2)");
    await line("Average invoice", "300.00");
    await line("Collection rate", "40 %");
    await figures.getByRole("row", { name: /^Overdue/ }).getByRole("link", { name: "300.00" }).click();
    await heading(page, "Invoices").waitFor();
    await page.getByText("2 rows").waitFor();
    await page.go("/statistics");
    await page.getByRole("group", { name: "USD" }).getByRole("link", { name: /1 to 30 days late/ }).click();
    await heading(page, "Invoices").waitFor();
    await page.getByText("1 row", { exact: true }).waitFor();
    await page.go("/statistics");
    await page.getByRole("group", { name: "USD" }).getByText("As a table").click();
    const received = page.getByRole("region", { name: "By month, USD" }).getByRole("link", { name: "700.00" });
    await received.click();
    await heading(page, "Payments").waitFor();
    await page.getByText("2 rows").waitFor();
  });
});

test("the statistics are compared with the days before, drawn and told, and each chart goes out as a file", { timeout: 180_000 }, async () => {
  await it.page({ viewport: desktop }, async (page) => {
    await page.go(`/statistics?from=${day(-30)}&to=${day(0)}&compare=period`);
    const figures = page.getByRole("region", { name: "Per currency" });
    const billed = figures.getByRole("row", { name: /^Billed/ });
    await billed.getByText(/was 200\.00 · \+300 %/).waitFor();
    await page.getByText(/^Compared with /).waitFor();
    await page.getByRole("group", { name: "USD" }).getByText("Before", { exact: true }).waitFor();
    await accessible(page);
    await page.keep("statistics-compared-1280");
    const saved = async (name) => {
      const waiting = page.waitForEvent("download");
      await page.getByRole("button", { name: `Export: ${name}` }).click();
      await page.getByRole("menuitem", { name: "CSV" }).click();
      return readFileSync(await (await waiting).path(), "utf8").trim().split("\n");
    };
    assert.match((await saved("Per currency")).join("\n"), /,USD,2,800\.00,/);
    assert.equal((await saved("Outstanding by age, USD")).length, 11);
    assert.match((await saved("By month, USD"))[0], /Month,Currency,Invoices,Billed,Payments,Received,Month Before,Billed Before,Received Before/);
    await page.getByRole("combobox", { name: "Compare with" }).click();
    await page.getByRole("option", { name: "Nothing" }).click();
    await billed.getByText(/was/).waitFor({ state: "detached" });
  });
});

for (const theme of ["light", "dark"])
  test(`the charts leave as pictures that stand alone, ${theme}`, { timeout: 180_000 }, async () => {
    await it.page({ viewport: desktop, theme }, async (page) => {
      await page.go(`/statistics?from=${day(-30)}&to=${day(0)}&compare=period`);
      const chart = page.getByRole("img", { name: /^Billed and received in USD/ });
      await chart.locator('[data-says*="800.00 USD (2)"]').first().hover(); // which month that is says the day
      await page.locator("[data-card]").getByText("800.00 USD (2)").waitFor();
      await page.getByRole("heading", { name: "Statistics", level: 1 }).hover();
      await page.locator("[data-card]").waitFor({ state: "detached" });
      const months = await pictures(page, "Export: By month, USD");
      assert.equal(months.words[0], "By month");
      assert.match(months.words[1], /^USD · .* – .*/);
      assert.equal(months.words[2], "■Billed■Received—Before");
      assert.ok(months.words.some((word) => /USD/.test(word.replace(months.words[1], ""))), "the largest amount says how high the bars are");
      const ages = await pictures(page, "Export: Outstanding by age, USD");
      assert.match(ages.words.join(" "), /1 to 30 days late/);
      for (const [name, picture] of Object.entries({ months, ages })) keep(`chart-${name}-${theme}.png`, picture.png);
    });
  });

test("in German the picture of a chart is German, too", { timeout: 120_000 }, async () => {
  await it.page({ language: "de-DE" }, async (page) => {
    await page.go("/statistics");
    const { words } = await pictures(page, "Exportieren: Nach Monaten, USD");
    assert.deepEqual([words[0], words[2]], ["Nach Monaten", "■Berechnet■Eingegangen"]);
  });
});

test("the overview leads to what is open, overdue, drafted and received, and to what waits", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/");
    await page.getByRole("heading", { name: "Invoices", level: 2 }).waitFor();
    await page.getByText("Received this month").first().waitFor();
    await page.getByRole("link", { name: "Bill 3 open charges" }).waitFor();
    await page.getByRole("heading", { name: "Latest payments" }).waitFor();
    await page.getByRole("link", { name: "Issue 3 drafts" }).click();
    await heading(page, "Invoices").waitFor();
    await page.getByText("3 rows").waitFor();
    await page.go("/");
    await page.getByRole("link", { name: /^300\.00\s*USD$/ }).first().click();
    await heading(page, "Invoices").waitFor();
    await page.getByText("2 rows").waitFor();
  });
});

test("many drafts are issued at once, and the file holds exactly what is shown", { timeout: 180_000 }, async () => {
  await it.page({ viewport: desktop }, async (page) => {
    await page.go("/invoices?list=draft");
    await page.getByText("3 rows").waitFor();
    const file = await exported(page);
    assert.equal(file.trim().split("\n").length, 4);
    assert.match(file, /Subtotal,Discount,Shipping,Tax,Prices Include Tax,Total/);
    await page.getByRole("checkbox", { name: "Select all rows" }).click();
    await page.getByRole("region", { name: "Actions" }).getByRole("button", { name: "Issue" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Issue" }).click();
    await until("all are issued", async () => (await it.api.get(`/api/invoices?clientId=${orchard.id}`)).counts.open === 3);
    await page.getByText("Nothing in this view").waitFor();
  });
});

test("charges are filtered, withdrawn for a reason and exported", { timeout: 180_000 }, async () => {
  await it.page({ viewport: desktop }, async (page) => {
    await page.go(`/charges?list=open&of=${meadow.id}`);
    await page.getByText("2 rows").waitFor();
    const file = await exported(page);
    assert.match(file, /A visit/);
    assert.doesNotMatch(file, /Hosting/);
    await accessible(page);
    await page.getByRole("checkbox", { name: "Select row" }).first().click();
    await page.getByRole("region", { name: "Actions" }).getByRole("button", { name: "Withdraw" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("By mistake");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await until("one is withdrawn", async () => (await it.api.get(`/api/charges?clientId=${meadow.id}`)).counts.withdrawn === 1);
    await page.getByText("1 row", { exact: true }).waitFor();
    await page.getByRole("tab", { name: /Withdrawn/ }).click();
    await page.getByText("1 row", { exact: true }).waitFor();
    await page.go("/clients?q=calls");
    await page.getByText("Orchard").waitFor();
    assert.equal((await exported(page)).trim().split("\n").length, 2);
  });
});

test("the palette records a payment and starts a run from anywhere", { timeout: 120_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/activity");
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name: "Record payment", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Reference").waitFor();
    await page.go("/activity");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("billing run");
    await page.getByRole("option", { name: "New billing run" }).click();
    await heading(page, "New billing run").waitFor();
  });
});

for (const viewport of [phone, { width: 1280, height: 800 }])
  test(`lists, statistics and overview are for everybody, ${viewport.width} wide`, { timeout: 300_000 }, async () => {
    await it.page({ viewport, touch: viewport === phone }, async (page) => {
      for (const [name, path] of [["overview", "/"], ["statistics", "/statistics"], ["charges", "/charges"], ["invoices", "/invoices"], ["quotes", "/quotes"], ["recurring", "/recurring-invoices"], ["runs", "/billing-runs"], ["clients", "/clients"]]) {
        await page.go(path);
        await page.getByText(/Meadow Health|USD|No .* yet/).first().waitFor();
        await forEverybody(page, `lists-${name}-${viewport.width}`);
        if (name !== "statistics") continue;
        await page.getByRole("group", { name: "USD" }).getByRole("heading", { name: "Outstanding by age" }).scrollIntoViewIfNeeded();
        await page.keep(`lists-charts-${viewport.width}`);
      }
    });
  });
