import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story({}, { alone: true });
const client = await it.api.post("/api/clients", { name: "Meadow Health", emails: ["bills@meadow.example.test"], currency: "EUR", language: "en" });
const invoice = await it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Two visits", quantity: "2", unitPrice: "60" }] });
const { number } = await it.api.post(`/api/invoices/${invoice.id}/issue`, {});
const reminders = async () => (await it.api.get("/api/dev/mails")).items.filter((mail) => mail.kind === "invoicing.reminder");

test("steps, texts and a late fee are arranged", { timeout: 240_000 }, async () => {
  await it.page({ expected: [/status of 422.*mail-texts\/preview/] }, async (page) => {
    await page.go("/settings/reminders");
    const on = page.getByRole("switch", { name: "Remind clients by itself" });
    await on.click();
    await page.getByRole("button", { name: "Text… 7 days after the due date" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Subject").fill("We miss {amuont} for {number}");
    await sheet.getByRole("button", { name: "Preview" }).click();
    await sheet.getByText("There is no placeholder").waitFor();
    await sheet.getByLabel("Subject").fill("We miss {amount} for {number}");
    await sheet.getByRole("button", { name: "Preview" }).click();
    await sheet.frameLocator("iframe").getByRole("heading", { name: /^We miss .*119\.00.* for INV-0000$/ }).waitFor();
    await accessible(page);
    await sheet.getByRole("button", { name: "Use this text" }).click();

    await page.getByRole("combobox", { name: "Late fee" }).click();
    await page.getByRole("option", { name: "A share of what is outstanding" }).click();
    await page.getByLabel("Share").fill("1.5");
    await page.getByLabel("At most, per invoice").fill("40 EUR");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    const plan = await it.api.get("/api/invoicing/reminders");
    const own = plan.steps.find((step) => step.days === 7).texts.filter((text) => text.own);
    assert.deepEqual([plan.on, plan.fee.percent, plan.fee.caps, own.map((text) => text.subject)], [true, "1.5", [{ amount: "40.00", currency: "EUR" }], ["We miss {amount} for {number}"]]);
  });
});

test("the mail with an invoice says what the organisation wrote", { timeout: 120_000 }, async () => {
  await it.page({ expected: [/status of 422.*mail-texts\/preview/] }, async (page) => {
    await page.go("/settings/reminders");
    await page.getByRole("button", { name: "Edit the text of the mail with an invoice…" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Subject").fill("Your invoice {number}");
    await sheet.getByText("Conditions, lists and other ways to write a value").click();
    await sheet.getByText("{{#each lines}} … {{/each}}").waitFor();
    const message = "Due on {{due | long}}:\n{{#each lines}}\n- {{description}}: {{amount}}\n{{/each}}\n{{#if purchaseOrder}}\nYour order: {{purchaseOrder}}\n{{/if}}\nSee {link}";
    await sheet.getByLabel("Message").fill(message.replace("{{/if}}", ""));
    await sheet.getByRole("button", { name: "Preview" }).click();
    await sheet.getByText("{{#if purchaseOrder}} in line 5 is never closed.").waitFor();
    await sheet.getByLabel("Message").fill(message);
    await sheet.getByRole("button", { name: "Preview" }).click();
    await sheet.frameLocator("iframe").getByText(/- Sample work: .*100\.00/).waitFor();
    await forEverybody(page, "mail-text");
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Your own text in: English.").waitFor();
    const letter = await it.api.get(`/api/invoices/${invoice.id}/letter`);
    assert.equal(letter.subject, `Your invoice ${number}`);
    assert.match(letter.message, /^Due on \d+.[A-Z][a-z]+.\d{4}:\n- Two visits: .*120\.00\nSee \{link\}$/);
  });
});

test("the mail with a quote says what the organisation wrote, and is looked at before", { timeout: 120_000 }, async () => {
  const quote = await it.api.post("/api/quotes", { clientId: client.id, lines: [{ description: "Two visits", quantity: "2", unitPrice: "60" }] });
  const issued = await it.api.post(`/api/quotes/${quote.id}/issue`, {});
  await it.page({ expected: [/status of 422.*mail-texts/] }, async (page) => {
    await page.go("/settings/reminders");
    await page.getByRole("button", { name: "Edit the text of the mail with a quote…" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Subject").fill("Our offer {number}");
    await sheet.getByLabel("Message").fill("Pay by {due}");
    await sheet.getByRole("button", { name: "Preview" }).click();
    await sheet.getByText("There is no placeholder").waitFor();
    await sheet.getByLabel("Message").fill("{total} until {until}");
    await sheet.getByRole("button", { name: "Preview" }).click();
    await sheet.frameLocator("iframe").getByRole("heading", { name: "Our offer Q-0000" }).waitFor();
    await accessible(page);
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Settings saved").waitFor();
    assert.equal((await it.api.get(`/api/quotes/${quote.id}/letter`)).subject, `Our offer ${issued.number}`);
    assert.equal((await it.api.get(`/api/invoices/${invoice.id}/letter`)).subject, `Your invoice ${number}`);
  });
});

test("a reminder is looked at, sent by hand once, and the rest silenced", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go(`/invoices/${invoice.id}`);
    await page.getByRole("button", { name: "Preview: 7 days after the due date" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.frameLocator("iframe").getByRole("heading", { name: new RegExp(`^We miss .*120\\.00.* for ${number}$`) }).waitFor();
    await sheet.getByText(`${number}.pdf`).waitFor();
    await accessible(page);
    await sheet.getByRole("button", { name: "Send now" }).click();
    await page.getByText("The reminder is on its way").waitFor();
    await until("the reminder went out", async () => (await reminders()).length === 1);
    const [mail] = await reminders();
    assert.deepEqual([mail.to, mail.files], ["bills@meadow.example.test", [`${number}.pdf`]]);
    assert.ok(mail.links.some((link) => link.includes("/p/")), mail.links.join(" "));
    await page.getByRole("list", { name: "What became of the reminders" }).getByText("Sent").waitFor();
    assert.equal(await page.getByRole("button", { name: "Preview: 7 days after the due date" }).count(), 0);

    await page.getByRole("button", { name: "No reminders of this invoice" }).click();
    await page.getByText("No reminders of this invoice.").waitFor();
    await page.getByRole("button", { name: "Allow reminders again" }).click();
    await page.getByRole("button", { name: "None for this client" }).click();
    await page.getByText("No reminders for this client.").waitFor();
    assert.equal((await it.api.get(`/api/clients/${client.id}`)).reminders, false);
    await page.getByRole("button", { name: "Allow reminders for this client" }).click();
    await page.getByRole("button", { name: "No reminders of this invoice" }).waitFor();
  });
});

test("the settings and the card are for everybody, also on a phone", { timeout: 120_000 }, async () => {
  for (const options of [{}, { viewport: phone, touch: true }])
    await it.page(options, async (page) => {
      for (const path of ["/settings/reminders", `/invoices/${invoice.id}`]) {
        await page.go(path);
        await page.getByRole("heading", { name: "Reminders", exact: true }).waitFor();
        await forEverybody(page);
      }
    });
});
