import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, fits, forEverybody } from "../harness/axe.mjs";
import { desktop, phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const meadow = await it.api.post("/api/clients", { name: "Meadow Health", currency: "USD" });
const orchard = await it.api.post("/api/clients", { name: "Orchard", currency: "USD" });
const issue = async (client, unitPrice, issueDate) => it.api.post(`/api/invoices/${(await it.api.post("/api/invoices", { clientId: client.id, issueDate, lines: [{ description: "Work", unitPrice }] })).id}/issue`, {});
const pay = (client, reference, amount) => it.api.post("/api/payments", { clientId: client.id, reference, amount: { amount, currency: "USD" }, allocations: [] });
for (const [client, reference, amount] of [[meadow, "A", "30"], [meadow, "B", "90"], [orchard, "C", "5"]]) await pay(client, reference, amount);
const [late, soon] = [await issue(meadow, "100", day(-60)), await issue(meadow, "70", day(-20))];

const dialog = (page) => page.getByRole("alertdialog").or(page.getByRole("dialog"));
const actions = (page) => page.getByRole("region", { name: "Actions" });
const choose = (page, name) => page.getByRole("row").filter({ hasText: name }).getByRole("checkbox", { name: "Select row" }).click();

test("what is left of many payments pays the oldest invoices, and chosen ones go out as a file", { timeout: 240_000 }, async () => {
  await it.page({ viewport: desktop }, async (page) => {
    await page.go("/payments");
    await page.getByText("3 rows", { exact: true }).waitFor();
    await page.getByRole("checkbox", { name: "Select all rows" }).click();
    await actions(page).getByRole("button", { name: "Pay oldest invoices" }).click();
    await dialog(page).getByText("Use the credit of the clients of 3 payments?").waitFor();
    await accessible(page);
    await dialog(page).getByRole("button", { name: "Pay invoices" }).click();
    await page.getByText("Orchard has no credit in USD, or nothing open.").waitFor();
    assert.equal((await it.api.get(`/api/invoices/${late.id}`)).state, "paid");
    assert.equal((await it.api.get(`/api/invoices/${soon.id}`)).outstanding.amount, "50.00");

    await page.go("/payments");
    await choose(page, "Orchard");
    const waiting = page.waitForEvent("download");
    await actions(page).getByRole("button", { name: "Export CSV" }).click();
    const file = readFileSync(await (await waiting).path(), "utf8");
    assert.match(file, /,C,Orchard,/);
    assert.equal(file.trim().split("\n").length, 2);
    await page.keep("payments-bulk-1280");
  });
});

test("many payments are undone for one reason; what paid by credit stays and is told", { timeout: 240_000 }, async () => {
  await pay(orchard, "D", "6");
  await it.page({ viewport: desktop, expected: [/status of 422/] }, async (page) => {
    await page.go("/payments");
    await page.getByText("4 rows", { exact: true }).waitFor();
    await page.getByRole("checkbox", { name: "Select all rows" }).click();
    await actions(page).getByRole("button", { name: "Undo" }).click();
    await dialog(page).getByText("Undo 4 payments?").waitFor();
    await dialog(page).getByLabel("Reason").fill("The bank took them back");
    await dialog(page).getByRole("button").last().click();
    await page.getByText(/2 rows were refused/).waitFor();
    await until("those of which nothing was used are undone", async () => (await it.api.get("/api/payments?undone=true")).items.map((one) => one.reference).sort().join() === "C,D");
    await page.getByRole("tab", { name: "Undone" }).click();
    await page.getByText("2 rows", { exact: true }).waitFor();
  });
});

test("many billing runs are issued, and those that are left are discarded", { timeout: 240_000 }, async () => {
  const runs = [];
  for (const month of ["01", "02", "03"]) {
    await it.api.post("/api/charges", { clientId: meadow.id, description: `Visits of ${month}`, unitPrice: "10", availableFrom: `2026-${month}-01` });
    const run = await it.api.post("/api/billing-runs", { period: { from: `2026-${month}-01`, through: `2026-${month}-28` }, clients: [meadow.id] });
    runs.push(await until(`run ${month} has its draft`, async () => ((await it.api.get(`/api/billing-runs/${run.id}`)).state === "toApprove" ? run : null)));
  }
  const state = async (run) => (await it.api.get(`/api/billing-runs/${run.id}`)).state;
  await it.page({ viewport: desktop }, async (page) => {
    await page.go("/billing-runs");
    const boxes = page.getByRole("checkbox", { name: "Select row" });
    await boxes.nth(2).waitFor();
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await actions(page).getByRole("button", { name: "Issue drafts" }).click();
    await dialog(page).getByText("Issue the drafts of 2 runs?").waitFor();
    await accessible(page);
    await dialog(page).getByRole("button", { name: "Issue drafts" }).click();
    await until("both are done", async () => (await state(runs[2])) === "done" && (await state(runs[1])) === "done");
    await page.getByRole("checkbox", { name: "Select all rows" }).click();
    await actions(page).getByRole("button", { name: "Discard" }).click();
    await dialog(page).getByRole("button", { name: "Discard" }).click();
    await until("what was left is discarded", async () => (await state(runs[0])) === "discarded");
    assert.equal(await state(runs[1]), "done");
  });
});

test("the bars of actions are for everybody", { timeout: 180_000 }, async () => {
  await it.page({ viewport: desktop }, async (page) => {
    for (const [name, path] of [["payments", "/payments"], ["runs", "/billing-runs"]]) {
      await page.go(path);
      await page.getByRole("checkbox", { name: "Select all rows" }).click();
      await actions(page).getByRole("button", { name: "Export XLSX" }).waitFor();
      await forEverybody(page, `${name}-bar-1280`);
    }
  });
  await it.page({ viewport: phone, touch: true }, async (page) => {
    await page.go("/payments");
    await page.getByText("Orchard").first().waitFor();
    await fits(page);
  });
});
