import assert from "node:assert/strict";
import { after, test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { attachedIn, startMailServer } from "../harness/mailserver.mjs";
import { textOf } from "../harness/pdf.mjs";
import { password } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const server = await startMailServer();
after(() => server.stop());
const it = await story(server.settings, { founded: false });

test("somebody new sends the first invoice, and a mail server takes its PDF", { timeout: 300_000 }, async (t) => {
  await it.page({ as: null, expected: [/status of 401/] }, async (page) => {
    const begun = performance.now();
    let steps = 0;
    const step = (name, act) => t.test(`${++steps}. ${name}`, act);
    const heading = (name) => page.getByRole("heading", { name, level: 1, exact: true });
    const fill = async (scope, values) => {
      for (const [name, value] of Object.entries(values)) await scope.getByLabel(name, { exact: true }).fill(value);
    };

    await step("the organisation is set up", async () => {
      await page.go("/");
      await fill(page, { "Name of the organisation": "Larkspur Office", "First name": "Robin", "Last name": "Example", "E-mail": "robin@larkspur.example.test", Password: password });
      await page.keyboard.press("Enter");
      await heading("Overview").waitFor();
    });

    await step("a new invoice says what of the sender is missing", async () => {
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Invoices", exact: true }).click();
      await page.getByRole("button", { name: "New invoice" }).first().click();
      await heading("New invoice").waitFor();
      await accessible(page);
      await page.getByRole("link", { name: "your address" }).click();
    });

    await step("the sender's address", async () => {
      await fill(page, { Address: "Harbour Road 7", City: "Dover" });
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("Saved", { exact: true }).first().waitFor();
    });

    await step("and bank details", async () => {
      await page.goBack();
      await heading("New invoice").waitFor();
      await page.getByRole("link", { name: "your address" }).waitFor({ state: "detached" });
      await page.getByRole("link", { name: "your bank details" }).click();
      await fill(page, { "Account holder": "Larkspur Office", IBAN: "DE89 3704 0044 0532 0130 00" });
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("Settings saved").waitFor();
      await page.goBack();
    });

    await step("the client is added on the way", async () => {
      await heading("New invoice").waitFor();
      await page.getByRole("link", { name: "your bank details" }).waitFor({ state: "detached" });
      await page.getByRole("button", { name: "New client" }).click();
      const sheet = page.getByRole("dialog", { name: "New client" });
      await fill(sheet, { Name: "Meadow Health", "E-mail": "bills@meadow.example.test" });
      await sheet.getByRole("button", { name: "Add client" }).click();
      await sheet.waitFor({ state: "detached" });
      await until("the new client stands on the invoice", async () => (await page.getByRole("combobox", { name: "Client" }).inputValue()) === "Meadow Health");
    });

    await step("the invoice is written", async () => {
      await fill(page.getByRole("group", { name: "Line 1" }), { Description: "Two visits", Quantity: "2", "Unit price": "60" });
      await until("the server says what it comes to", async () => /Total\s*(USD|EUR|\$|€)?\s*120\.00/.test((await page.locator("[aria-live=polite]").allInnerTexts()).join("\n")));
      await fits(page);
      await page.keep("first-invoice");
      await page.getByRole("button", { name: "Save draft" }).click();
      await heading("Draft").waitFor();
    });

    await step("issued", async () => {
      await page.getByRole("button", { name: "Issue" }).click();
      await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Issue" }).click();
      await heading(/^INV-\d{4}-0001$/).waitFor();
    });

    await step("and sent", async () => {
      await page.getByRole("button", { name: "Send…" }).click();
      const sheet = page.getByRole("dialog");
      await until("the client's reader stands there", async () => (await sheet.getByLabel("To", { exact: true }).inputValue()) === "bills@meadow.example.test");
      await sheet.getByRole("button", { name: "Send", exact: true }).click();
      await until("the mail server has it", () => server.mails("bills@meadow.example.test")[0]);
    });
    t.diagnostic(`${steps} steps, ${((performance.now() - begun) / 1000).toFixed(1)} s from the address to the mail server`);

    const number = await heading(/^INV-/).innerText();
    const pdf = attachedIn(server.mails("bills@meadow.example.test")[0], "application/pdf");
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    const text = textOf(pdf);
    if (text === null) t.diagnostic("qpdf or pdftotext is missing: nobody else read the PDF");
    else for (const part of [number, "120.00", "Meadow Health", "Two visits", "Harbour Road 7", "DE89 3704 0044 0532 0130 00"]) assert.ok(text.includes(part), `${part} is not in:\n${text}`);
  });
});
