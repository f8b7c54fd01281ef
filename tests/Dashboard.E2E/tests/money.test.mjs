import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { story } from "../harness/story.mjs";
import { opened } from "../harness/tree.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const usd = (amount) => ({ amount, currency: "USD" });
const client = await it.api.post("/api/clients", { name: "Meadow Health", emails: ["bills@meadow.example.test"], currency: "USD", address: { line1: "Field Lane 1", city: "Dover", country: "GB" } });
const line = (description, quantity, unitPrice) => ({ description, quantity, unitPrice, taxes: [{ name: "VAT", rate: "20" }] });
const issue = async (issueDate, ...lines) => {
  const draft = await it.api.post("/api/invoices", { clientId: client.id, lines, issueDate });
  return it.api.post(`/api/invoices/${draft.id}/issue`, {});
};
const first = await issue("2025-01-10", line("Two visits", "2", "50"));
const second = await issue("2025-02-10", line("Four visits", "4", "50"));
// Names and addresses are as long as they like.
const long = await it.api.post("/api/clients", { name: "Willamette Valley Partners for Elder and Community Health", emails: ["a.rather.long.address.of.accounting@meadow.example.test"], currency: "USD" });
const longDraft = await it.api.post("/api/invoices", { clientId: long.id, lines: [line("Support: answers within four hours, with words that run over more than one line", "12.5", "1234.5678")] });
const longInvoice = await it.api.post(`/api/invoices/${longDraft.id}/issue`, {});
const at = async (invoice) => it.api.get(`/api/invoices/${invoice.id}`);
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });

test("the keyboard alone records a payment over two invoices", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    const keys = await keyboardOnly(page);
    await page.go("/payments");
    await page.getByText("No payments yet").waitFor();
    await keys.press("c");
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Reference").waitFor();
    await keys.tabTo("the client", (now) => now.name === "Client" && now.tag === "INPUT");
    await keys.type("mead");
    await page.getByRole("option", { name: /Meadow Health/ }).waitFor();
    await keys.press("ArrowDown", "Enter");
    await sheet.getByText(first.number).waitFor();
    await keys.press("Tab");
    await keys.type("150");
    await until("the longest due is paid first", async () => /INV-\d{4}-0001[\s\S]*120\.00[\s\S]*120\.00[\s\S]*INV-\d{4}-0002[\s\S]*240\.00[\s\S]*30\.00/.test(await sheet.getByRole("list", { name: "What it pays" }).innerText()));
    await accessible(page);
    const onReference = () => page.evaluate(() => document.activeElement?.labels?.[0]?.textContent?.startsWith("Reference") ?? false);
    for (let presses = 0; presses < 20 && !(await onReference()); presses++) await keys.press("Tab");
    assert.ok(await onReference(), "Tab does not reach the reference");
    await keys.type("WIRE-1");
    await keys.press("Enter");
    await page.getByRole("dialog").getByText("Used for").waitFor();
    await page.getByRole("dialog").getByRole("link", { name: second.number }).waitFor();
    await keys.neverMouse();
    assert.deepEqual([(await at(first)).state, (await at(second)).outstanding.amount], ["paid", "210.00"]);
  });
});

test("a payment by hand leaves the rest as credit, which pays an invoice, and what is left goes back", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go(`/clients/${client.id}`);
    await page.getByRole("button", { name: "Record payment" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText(second.number).waitFor();
    await sheet.getByLabel("Amount", { exact: true }).fill("100");
    await sheet.getByLabel("Reference").fill("WIRE-2");
    await sheet.getByRole("switch", { name: "Spread by hand" }).click();
    await sheet.getByLabel(`Amount for ${second.number}`).fill("60");
    await until("the rest is credit", async () => /To client credit\s*40\.00/.test(await sheet.innerText()));
    await sheet.getByRole("button", { name: "Record payment" }).click();
    await until("the credit is there", async () => (await it.api.get(`/api/clients/${client.id}/credit`)).items[0]?.amount === "40.00");
    assert.equal((await at(second)).outstanding.amount, "150.00");

    await page.getByRole("button", { name: "Refund the credit in USD" }).click();
    const refund = page.getByRole("dialog", { name: "Give money back" });
    assert.equal(await refund.getByLabel("Amount", { exact: true }).inputValue(), "40.00");
    await refund.getByLabel("Amount", { exact: true }).fill("15");
    await refund.getByLabel("Reason").fill("Paid too much");
    await accessible(page);
    await refund.getByRole("button", { name: "Record refund" }).click();
    await until("a part went back", async () => (await it.api.get(`/api/clients/${client.id}/credit`)).items[0]?.amount === "25.00");

    await page.getByRole("button", { name: "Apply the credit in USD to invoices" }).click();
    await page.getByRole("dialog").getByRole("button", { name: `Apply to ${second.number}` }).click();
    await until("the credit pays", async () => (await at(second)).outstanding.amount === "125.00");
    await page.getByText("None.").waitFor();
    await page.waitForURL((url) => !url.search.includes("open="));
  });
});

test("credit is paid out without a payment to give back, and stands on the statement", { timeout: 180_000 }, async () => {
  const leaving = await it.api.post("/api/clients", { name: "Leaving Client", currency: "USD" });
  await it.api.post("/api/payments", { clientId: leaving.id, reference: "TOO-MUCH", amount: { amount: "40", currency: "USD" }, allocations: [] });
  await it.page({ viewport: phone, touch: true }, async (page) => {
    await page.go(`/clients/${leaving.id}`);
    await page.getByRole("button", { name: "Pay the credit in USD out" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Pay out" }).click();
    await sheet.getByText("Say why").waitFor();
    await sheet.getByLabel("Reason").fill("The contract ended");
    await accessible(page);
    await fits(page);
    await page.keep("pay-out");
    await sheet.getByRole("button", { name: "Pay out" }).click();
    await page.getByText("None.").waitFor();
    assert.deepEqual((await it.api.get(`/api/clients/${leaving.id}/credit`)).items, []);
    await page.go(`/clients/${leaving.id}?tab=statement`);
    await page.getByText("Credit paid out").first().waitFor();
    await page.getByText("The contract ended").first().waitFor();
  });
});

test("the statement at a day adds up and is taken as a file", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go(`/clients/${client.id}?tab=statement&on=2025-01-31`);
    await page.getByRole("table", { name: "Account in USD" }).getByText(first.number).waitFor();
    assert.equal(await page.getByRole("table", { name: "Account in USD" }).getByText(second.number).count(), 0);
    await page.getByRole("button", { name: "Export" }).click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "CSV" }).click()]);
    assert.match(file.suggestedFilename(), /2025-01-31\.csv$/);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("navigation").first().isVisible(), false, "the sidebar is printed");
  });
});

let note;
test("a credit note says what it leaves before it is issued; an invoice credited whole says so", { timeout: 240_000 }, async () => {
  const third = await issue("2025-03-10", line("One visit", "1", "80"), line("Travel", "10", "2"));
  await it.page({}, async (page) => {
    await page.go(`/invoices/${third.id}`);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Write credit note…" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Some of its lines").click();
    await sheet.getByLabel("Quantity credited: One visit").fill("");
    await sheet.getByLabel("Quantity credited: Travel").fill("5");
    await sheet.getByLabel("Reason").fill("Half the way");
    await until("what is left due stands there", async () => /Due afterwards\s*108\.00/.test(await sheet.innerText()));
    await accessible(page);
    await fits(page);
    await sheet.getByRole("button", { name: "Issue credit note" }).click();
    await heading(page, /^CN-/).waitFor();
    await page.getByRole("heading", { name: "History" }).waitFor();
    await page.getByRole("listitem").filter({ hasText: "Issued" }).getByText("Half the way").waitFor();
    note = (await it.api.get("/api/credit-notes")).items[0];
    const [pdf] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "PDF" }).click()]);
    assert.match(pdf.suggestedFilename(), /^CN-.*\.pdf$/);
    assert.equal((await at(third)).outstanding.amount, "108.00");

    const whole = await issue("2025-03-11", line("A visit by mistake", "1", "10"));
    await it.api.post(`/api/invoices/${whole.id}/credit-notes`, { reason: "By mistake" });
    await page.go(`/invoices/${whole.id}`);
    await page.getByRole("main").getByText("Credited", { exact: true }).first().waitFor();
    await page.go("/invoices");
    await page.getByRole("row").filter({ hasText: whole.number }).getByText("Credited", { exact: true }).waitFor();
  });
});

test("a payment is undone with a reason", { timeout: 180_000 }, async () => {
  const payment = await it.api.post("/api/payments", { clientId: client.id, reference: "WRONG", amount: usd("5"), allocations: [] });
  await it.page({}, async (page) => {
    await page.go(`/payments?payment=${payment.id}`);
    await page.getByRole("dialog").getByRole("button", { name: "Undo…" }).click();
    const question = page.getByRole("dialog", { name: "Undo payment WRONG" });
    await question.getByLabel("Reason").fill("Entered twice");
    await question.getByRole("button", { name: "Undo payment" }).click();
    await page.getByText("This payment was undone").waitFor();
    await page.go("/payments?list=undone");
    await page.getByRole("row").filter({ hasText: "WRONG" }).getByText("Undone", { exact: true }).waitFor();
  });
});

test("a cycle becomes charges of the group's client, and a line leads back to its record", { timeout: 240_000 }, async () => {
  const group = await it.api.post("/api/facility-groups", { name: "Oregon", schedule: { frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 }, clientId: client.id });
  const [facility, empty] = [await it.api.post("/api/facilities", { name: "Alder House", groupId: group.id }), await it.api.post("/api/facilities", { name: "Birch Clinic", groupId: group.id })];
  const [cycle] = (await it.api.get(`/api/facility-groups/${group.id}/cycles?past=0&future=0`)).items;
  for (const [one, billed] of [[facility, "100"], [empty, null]]) await it.api.post("/api/billing-records", { facilityId: one.id, from: cycle.from, through: cycle.through, billed });
  await it.page({}, async (page) => {
    await page.go(`/facilities?group=${group.id}`);
    await page.getByRole("button", { name: "Bill this cycle" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("list", { name: "Will be charged to Meadow Health" }).getByText("Alder House").waitFor();
    await sheet.getByText("No amount is billed for it.").waitFor();
    await accessible(page);
    assert.equal((await it.api.get("/api/charges")).items.length, 0);
    await sheet.getByRole("button", { name: "Post 1 charge" }).click();
    await until("the charge is there", async () => (await it.api.get(`/api/charges?clientId=${client.id}&state=open`)).items.length === 1);
    await sheet.getByRole("link", { name: "Open charges of the client" }).click();
    await page.getByRole("table", { name: "Open charges" }).getByText("Alder House").waitFor();
    await page.getByRole("table", { name: "Open charges" }).getByRole("link", { name: "Billing record" }).click();
    await page.getByRole("dialog").getByText(/Charged: 100\.00/).waitFor();

    const [charge] = (await it.api.get(`/api/charges?clientId=${client.id}&state=open`)).items;
    const draft = await it.api.post("/api/invoices", { clientId: client.id, charges: [charge.id] });
    await page.go(`/invoices/${draft.id}?open=trace`);
    await opened(page.getByRole("dialog"), 'a[href*="record="]');
    await page.getByRole("dialog").locator('a[href*="record="]').first().click();
    await page.getByRole("dialog").getByText("On a draft").waitFor();
  });
});

test("on a phone a payment takes three taps", { timeout: 180_000 }, async () => {
  const invoice = await issue("2025-04-10", line("A visit", "1", "40"));
  await it.page({ viewport: phone, touch: true }, async (page) => {
    await page.go("/");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Invoices" }).tap();
    const card = page.getByRole("listitem").filter({ hasText: invoice.number });
    await card.getByRole("button", { name: "Record payment" }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Record payment" }).tap();
    await until("the invoice is paid", async () => (await at(invoice)).state === "paid");
  });
});

for (const viewport of [phone, { width: 1280, height: 800 }])
  test(`the screens for money are for everybody, ${viewport.width} wide`, { timeout: 300_000 }, async () => {
    const payment = (await it.api.get("/api/payments")).items[0];
    await it.page({ viewport, touch: viewport === phone }, async (page) => {
      for (const [name, path] of [["payments", "/payments"], ["payment", `/payments?payment=${payment.id}`], ["record", "/payments?payment=new"], ["client", `/clients/${client.id}`], ["statement", `/clients/${client.id}?tab=statement`], ["credit-notes", "/credit-notes"], ["credit-note", `/credit-notes/${note.id}`], ["long-client", `/clients/${long.id}`], ["long-invoice", `/invoices/${longInvoice.id}`], ["long-invoices", "/invoices"]]) {
        await page.go(path);
        await page.getByText(/Meadow Health|Reference|USD/).first().waitFor();
        await forEverybody(page, `money-${name}-${viewport.width}`);
      }
    });
  });
