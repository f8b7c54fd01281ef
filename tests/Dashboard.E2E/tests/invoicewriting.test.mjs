import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { join } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";
import { opened } from "../harness/tree.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const client = await it.api.post("/api/clients", { name: "Meadow Health", emails: ["bills@meadow.example.test"], currency: "USD" });
/** Chromium tells of every answer that is no success; these are part of what is tested. */
const refusals = [/status of (404|422)/];
const wide = { width: 1280, height: 800 };
const heading = (page, name) => page.getByRole("heading", { name, level: 1, exact: true });
const asked = (page, name) => page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name, exact: true });
const pick = async (page, scope, name, option) => {
  await scope.getByRole("combobox", { name, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
};
const fill = async (scope, values) => {
  for (const [name, value] of Object.entries(values)) await scope.getByLabel(name, { exact: true }).fill(value);
};
const choose = async (page, name) => {
  await page.getByRole("combobox", { name: "Client" }).fill(name.slice(0, 5));
  await page.getByRole("option", { name: new RegExp(name) }).click();
};
const menu = async (page, item) => {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
};
const at = (id) => it.api.get(`/api/invoices/${id}`);
const idIn = (page) => new URL(page.url()).pathname.split("/")[2];
const written = (more) => it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "A visit", unitPrice: "100" }], ...more });
const issued = async (more) => it.api.post(`/api/invoices/${(await written(more)).id}/issue`, {});

test("what holds for all invoices is set", { timeout: 180_000 }, async () => {
  await it.page({ expected: refusals }, async (page) => {
    await page.go("/settings/invoicing");
    await fill(page, { "Usual payment terms": "14", "Your tax id": "GB 123 4567 89", "Account holder": "My organisation", IBAN: "DE89370400440532013001" });
    await pick(page, page, "Look", "Modern");
    await pick(page, page, "Tax is rounded", "On each line");
    for (const [name, taxes] of [["untaxed", ""], ["services", "GST 5; PST 9.975"]]) {
      await page.getByRole("button", { name: "Add a category" }).click();
      await page.getByLabel("Category", { exact: true }).last().fill(name);
      await page.getByLabel("Taxes", { exact: true }).last().fill(taxes);
    }
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(/This is no IBAN/).waitFor();
    await accessible(page);
    await page.getByLabel("IBAN").fill("DE89 3704 0044 0532 0130 00");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    const now = await it.api.get("/api/invoicing-settings");
    assert.deepEqual([now.termsDays, now.look, now.taxRounding, now.sellerTaxId, now.bank.iban], [14, "modern", "perLine", "GB 123 4567 89", "DE89370400440532013000"]);
    assert.deepEqual(now.taxCategories.at(-1), { name: "services", taxes: [{ name: "GST", rate: "5" }, { name: "PST", rate: "9.975" }] });

    const numbers = page.getByRole("form", { name: "Invoices" });
    await fill(numbers, { Pattern: "M-{yyyy}-{000}" });
    await numbers.getByRole("button", { name: "Save" }).click();
    await until("the pattern is another one", async () => (await it.api.get("/api/invoicing/numbers")).items.some((one) => one.pattern === "M-{yyyy}-{000}"));
    await it.api.put("/api/invoicing-settings", { taxRounding: "perDocument" });
  });
});

test("an invoice is written with everything that can stand on one", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/invoices");
    await page.getByText("No invoices yet").waitFor();
    await page.keyboard.press("c");
    await heading(page, "New invoice").waitFor();
    await choose(page, "Meadow Health");
    const [first, second, third] = [1, 2, 3].map((n) => page.getByRole("group", { name: `Line ${n}` }));
    await fill(first, { Description: "Work", Quantity: "2", "Unit price": "50" });
    await pick(page, first, "Tax", "Other taxes…");
    await first.getByRole("textbox", { name: "Other taxes…" }).fill("VAT 7.5");
    await page.getByRole("button", { name: "Add a line" }).click();
    await fill(second, { Description: "More work", Quantity: "1.5", "Unit price": "80", Group: "Support" });
    await second.getByRole("button", { name: "Days of line 2" }).click();
    await fill(second, { "For the days from": "11/01/2025", Through: "10/15/2025" });
    await page.keyboard.press("Tab");
    await second.getByText("Choose both days, the first one first.").waitFor();
    await fill(second, { Through: "11/15/2025" });
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Add a line" }).click();
    await fill(third, { Description: "Delivery", "Unit price": "10" });
    await pick(page, third, "Tax", "untaxed");
    await pick(page, third, "Kind", "Shipping");
    await page.getByLabel("Discount on the subtotal").fill("10");
    await page.getByText("Currency, period, tax rules").click();
    const options = page.locator("details").filter({ hasText: "Currency, period, tax rules" });
    await pick(page, options, "Tax is owed on prices", "Before the discount");
    await fill(options, { "For the days from": "11/01/2025", Through: "11/30/2025" });
    await page.keyboard.press("Tab");
    await fill(page, { "Purchase order": "PO 7", "Ship to": "The back door", "Payment terms": "10", Notes: "Thank you", Terms: "Net ten days" });
    await page.getByText("236.50").first().waitFor();
    await accessible(page);
    await fits(page);
    await page.keep("editor-full");
    await page.getByRole("button", { name: "Save draft" }).click();
    await heading(page, "Draft").waitFor();

    const saved = await at(idIn(page));
    assert.deepEqual([saved.subtotal, saved.discount, saved.shipping, saved.tax, saved.total].map((one) => one.amount), ["220.00", "10.00", "10.00", "16.50", "236.50"]);
    assert.deepEqual(saved.lines.map(({ description, kind, group, taxes, period }) => [description, kind, group, taxes.map(({ name, rate }) => `${name} ${rate}`).join(), period?.through ?? null]), [
      ["Work", "item", null, "VAT 7.5", null], ["More work", "item", "Support", "VAT 7.5", "2025-11-15"], ["Delivery", "shipping", null, "", null],
    ]);
    assert.deepEqual([saved.taxRules, saved.period, saved.purchaseOrder, saved.shipTo, saved.termsDays, saved.notes, saved.terms], [
      { rounding: "perDocument", pricesIncludeTax: false, beforeDiscount: true }, { from: "2025-11-01", through: "2025-11-30" }, "PO 7", "The back door", 10, "Thank you", "Net ten days",
    ]);

    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await heading(page, "Edit draft").waitFor();
    const rules = page.locator("details").filter({ hasText: "Currency, period, tax rules" });
    await rules.getByRole("combobox", { name: "Currency" }).fill("EUR");
    await page.getByRole("option", { name: /^EUR/ }).click();
    await pick(page, rules, "Prices", "Include tax");
    await page.getByRole("group", { name: "Line 1" }).getByLabel("Quantity").fill("-1");
    await page.getByText("70.00").first().waitFor();
    await page.getByRole("button", { name: "Save draft" }).click();
    await heading(page, "Draft").waitFor();
    const after = await at(idIn(page));
    assert.deepEqual([after.total, after.taxRules.pricesIncludeTax, after.lines[0].quantity], [{ amount: "70.00", currency: "EUR" }, true, "-1"]);
  });
});

test("a client is charged by hand; a charge is withdrawn, another goes onto an invoice", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/charges");
    await page.getByText("No charges yet").waitFor();
    await page.keyboard.press("c");
    const sheet = page.getByRole("dialog", { name: "New charge" });
    await sheet.getByRole("button", { name: "Charge", exact: true }).click();
    await sheet.getByText("Choose who is charged.").waitFor();
    await choose(page, "Meadow Health");
    await fill(sheet, { Description: "Small pieces", Quantity: "1000", "Unit price": "0.123456789012", "For the days from": "11/01/2025", Through: "11/30/2025" });
    await page.keyboard.press("Tab");
    await pick(page, sheet, "Tax category", "services");
    await sheet.getByText("Comes to 123.46 USD, before tax.").waitFor();
    await accessible(page);
    await sheet.getByRole("button", { name: "Charge", exact: true }).click();
    const one = page.getByRole("dialog", { name: "Charge", exact: true });
    await one.getByText("Charged by hand").waitFor();
    const [charge] = (await it.api.get("/api/charges")).items;
    assert.deepEqual([charge.amount, charge.unitPrice, charge.period, charge.taxCategory, charge.state], [{ amount: "123.46", currency: "USD" }, "0.123456789012", { from: "2025-11-01", through: "2025-11-30" }, "services", "open"]);

    await one.getByRole("button", { name: "Withdraw…" }).click();
    const why = page.getByRole("dialog", { name: "Withdraw this charge?" });
    await why.getByRole("button", { name: "Withdraw", exact: true }).click();
    await why.getByText("Say why").waitFor();
    await why.getByLabel("Reason").fill("By mistake");
    await why.getByRole("button", { name: "Withdraw", exact: true }).click();
    await one.getByText("By mistake").first().waitFor();
    assert.deepEqual([(await it.api.get(`/api/charges/${charge.id}`)).state, (await it.api.get(`/api/charges/${charge.id}`)).withdrawnBecause], ["withdrawn", "By mistake"]);
    await one.getByRole("slider", { name: "Version" }).press("ArrowLeft");
    await one.getByText("This is how the charge stood then.").waitFor();
    await one.getByText("No invoice yet").waitFor();
    await accessible(page);

    await page.go(`/clients/${client.id}`);
    await page.getByRole("button", { name: "New charge" }).click();
    const again = page.getByRole("dialog", { name: "New charge" });
    await fill(again, { Description: "A visit", "Unit price": "80" });
    await again.getByRole("textbox", { name: /^Group/ }).fill("Support");
    await again.getByRole("button", { name: "Charge", exact: true }).click();
    await page.getByRole("table", { name: "Open charges" }).getByRole("link", { name: "A visit" }).waitFor();
    await page.getByRole("link", { name: "New invoice" }).last().click();
    await page.getByRole("checkbox", { name: "A visit" }).click();
    await page.getByText("80.00").first().waitFor();
    await page.getByRole("button", { name: "Save draft" }).click();
    await heading(page, "Draft").waitFor();
    const [invoiced] = (await it.api.get("/api/charges?state=invoiced")).items;
    assert.equal(invoiced.invoiceId, idIn(page));
    await page.getByRole("button", { name: /How this amount/ }).or(page.locator("button").filter({ hasText: "80.00" })).first().click();
    await opened(page.getByRole("dialog"), 'a[href*="charge="]');
    await page.getByRole("dialog").locator('a[href*="charge="]').first().click();
    await page.getByRole("dialog", { name: "Charge", exact: true }).getByRole("link", { name: "A draft" }).waitFor();
  });
});

test("who may only look is offered neither a charge nor its withdrawal", { timeout: 120_000 }, async () => {
  const viewer = await join(it, "viewer", { email: "sam@larkspur.example.test" });
  const charge = await it.api.post("/api/charges", { clientId: client.id, description: "For looking at", unitPrice: "1" });
  await it.page({ as: viewer }, async (page) => {
    await page.go(`/charges?charge=${charge.id}`);
    await page.getByRole("dialog").getByText("Charged by hand").waitFor();
    assert.equal(await page.getByRole("button", { name: /Withdraw/ }).count(), 0);
    await page.go("/charges?charge=new");
    await page.getByText("For looking at").waitFor();
    assert.equal(await page.getByRole("button", { name: "New charge" }).count() + (await page.getByRole("dialog").count()), 0);
  });
  await it.api.post(`/api/charges/${charge.id}/withdraw`, { reason: "Seen" });
});

test("an invoice is voided for a reason and written anew with its charges", { timeout: 180_000 }, async () => {
  const charge = await it.api.post("/api/charges", { clientId: client.id, description: "A wrong visit", unitPrice: "90" });
  const invoice = await issued({ lines: [], charges: [charge.id] });
  await it.page({}, async (page) => {
    await page.go(`/invoices/${invoice.id}`);
    await menu(page, "Void…");
    const why = page.getByRole("dialog", { name: `Void ${invoice.number}` });
    await why.getByRole("button", { name: "Void invoice" }).click();
    await why.getByText("Say why").waitFor();
    await why.getByLabel("Reason").fill("The wrong price");
    await accessible(page);
    await why.getByRole("button", { name: "Void invoice" }).click();
    await why.waitFor({ state: "detached" });
    await page.getByText("The wrong price").first().waitFor();
    assert.deepEqual([(await at(invoice.id)).state, (await at(invoice.id)).ended.reason, (await it.api.get(`/api/charges/${charge.id}`)).state], ["voided", "The wrong price", "open"]);

    await menu(page, "Write anew");
    await heading(page, "Edit draft").waitFor();
    await page.getByRole("group", { name: "Line 1" }).getByLabel("Unit price").fill("70");
    await page.getByText("70.00").first().waitFor();
    await page.getByRole("button", { name: "Save draft" }).click();
    await page.getByRole("button", { name: "Issue" }).click();
    await asked(page, "Issue").click();
    await page.getByRole("button", { name: "Send…" }).waitFor();
    const anew = await at(idIn(page));
    assert.deepEqual([anew.replaces, anew.total.amount, anew.state], [invoice.id, "70.00", "open"]);
    assert.notEqual(anew.number, invoice.number);
    assert.deepEqual([(await it.api.get(`/api/charges/${charge.id}`)).invoiceId, (await at(invoice.id)).number], [anew.id, invoice.number]);
  });
});

test("an invoice is given up, another duplicated, and the copy dropped", { timeout: 180_000 }, async () => {
  const invoice = await issued();
  await it.page({ expected: refusals }, async (page) => {
    await page.go(`/invoices/${invoice.id}`);
    await menu(page, "Uncollectible…");
    const why = page.getByRole("dialog", { name: `Give up on ${invoice.number}` });
    await why.getByLabel("Reason").fill("They closed");
    await why.getByRole("button", { name: "Mark uncollectible" }).click();
    await why.waitFor({ state: "detached" });
    await page.getByText("They closed").first().waitFor();
    assert.deepEqual([(await at(invoice.id)).state, (await at(invoice.id)).outstanding.amount], ["uncollectible", "100.00"]);
    await page.getByRole("button", { name: "Record payment" }).waitFor(); // it can still be paid

    await menu(page, "Duplicate");
    await heading(page, "Edit draft").waitFor();
    const copy = await at(idIn(page));
    assert.deepEqual([copy.status, copy.total.amount, copy.replaces], ["draft", "100.00", null]);
    await page.getByRole("button", { name: "Cancel" }).click();
    await heading(page, "Draft").waitFor();
    await menu(page, "Drop draft");
    await page.getByText("A dropped draft does not come back.").waitFor();
    await accessible(page);
    await asked(page, "Drop draft").click();
    await heading(page, "Invoices").waitFor();
    await assert.rejects(at(copy.id), /404/);
    assert.equal((await at(invoice.id)).state, "uncollectible");
  });
});

test("payments and recurring invoices are seen as they were", { timeout: 180_000 }, async () => {
  const invoice = await issued();
  await it.api.post(`/api/invoices/${invoice.id}/payments`, { reference: "WIRE-9", amount: { amount: "130", currency: "USD" } });
  const payment = (await it.api.get("/api/payments?search=WIRE-9")).items[0];
  await it.api.post(`/api/payments/${payment.id}/undo`, { reason: "It bounced" });
  const recurring = await it.api.post("/api/recurring-invoices", { clientId: client.id, from: "2099-01-01", then: "draft", schedule: { frequency: "monthly", periodRule: "arrears", dayOfMonth: 31 }, lines: [{ description: "Hosting", unitPrice: "100" }] });
  await it.api.post(`/api/recurring-invoices/${recurring.id}/pause`);
  await it.page({}, async (page) => {
    await page.go(`/payments?payment=${payment.id}`);
    const sheet = page.getByRole("dialog");
    await sheet.getByText("It bounced").waitFor();
    await sheet.getByRole("slider", { name: "Version" }).press("ArrowLeft");
    await sheet.getByText("You see the payment as it was.").waitFor();
    await sheet.getByRole("link", { name: invoice.number }).waitFor();
    await accessible(page);
    await sheet.getByRole("button", { name: "Back to now" }).click();
    await sheet.getByText("This payment was undone and counts no more.").waitFor();

    await page.go(`/recurring-invoices/${recurring.id}`);
    await page.getByText(/^Paused since \d/).waitFor();
    await page.getByRole("slider", { name: "Version" }).press("ArrowLeft");
    await page.getByText("You see it as it was.").waitFor();
    await page.getByText(/^Paused since \d/).waitFor({ state: "detached" });
    assert.equal(await page.getByRole("button", { name: "Resume" }).count(), 0);
    await accessible(page);
  });
});

for (const viewport of [phone, wide])
  test(`the screens are for everybody, ${viewport.width} wide`, { timeout: 300_000 }, async () => {
    const draft = await written({ period: { from: "2025-11-01", through: "2025-11-30" }, lines: [{ description: "Support, with a rather long description of what it is", quantity: "-1.5", unitPrice: "-1234.567890123456".slice(0, 15), period: { from: "2025-11-01", through: "2025-11-15" }, taxes: [{ name: "GST", rate: "5" }, { name: "PST", rate: "9.975" }] }] });
    const charge = (await it.api.get("/api/charges")).items[0];
    await it.page({ viewport, touch: viewport === phone }, async (page) => {
      for (const [name, path, text] of [
        ["editor-new", `/invoices/new?client=${client.id}`, /Currency, period, tax rules/], ["editor-edit", `/invoices/${draft.id}/edit`, /Days of line|For the days from/], ["charges", "/charges", charge.description],
        ["charge", `/charges?charge=${charge.id}`, /Where it comes from/], ["charge-new", "/charges?charge=new", /It waits for the client/], ["settings", "/settings/invoicing", /Tax categories/],
      ]) {
        await page.go(path);
        await page.getByText(text).first().waitFor();
        await forEverybody(page, `${name}-${viewport.width}`);
      }
    });
  });
