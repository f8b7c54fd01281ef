import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

// What stands on paper leads where people reach the product, as the settings say.
const it = await story({ Public__Address: "https://billing.example.test" });
const invoices = {};

test("where invoices are paid online is set, and what cannot be an address is told at its field", { timeout: 180_000 }, async () => {
  await it.page({ expected: [/status of 422/] }, async (page) => {
    await page.go("/settings/invoicing");
    await page.getByRole("switch", { name: "Invoices bear a link to the page where the client sees and pays them" }).waitFor();
    const address = page.getByRole("textbox", { name: "Your payment page" });
    await address.fill("http://pay.example.test");
    await page.getByRole("switch", { name: "Invoices bear a link to your payment page" }).waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await page.getByText(/^Write the whole address of your payment page/).waitFor();
    await accessible(page);
    await address.fill("https://pay.example.test/{number}?amount={amount}");
    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await page.getByText("Settings saved").waitFor();
  });
  assert.equal((await it.api.get("/api/invoicing-settings")).paymentPage, "https://pay.example.test/{number}?amount={amount}");
});

test("an invoice's page looks like the document, in each look, light and dark, wide and narrow", { timeout: 300_000 }, async () => {
  await it.api.patch("/api/tenants/me", { contact: { line1: "12 Oak Street", line2: null, state: null, postalCode: "20095", city: "Hamburg", country: "DE", email: "office@larkspur.example.test", phone: "+49 40 000000" } });
  const client = await it.api.post("/api/clients", { name: "Meadow Health", emails: ["bills@meadow.example.test"], currency: "EUR" });
  for (const look of ["classic", "modern", "minimal"]) {
    await it.api.put("/api/invoicing-settings", { look, bank: { holder: "Larkspur Office", iban: "DE89370400440532013000", bic: "COBADEFFXXX" }, sellerTaxId: "DE 123456789", footer: "Larkspur Office, Hamburg" });
    const draft = await it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Two visits", quantity: "2", unitPrice: "60", taxes: [{ name: "VAT", rate: "19" }] }] });
    invoices[look] = await it.api.post(`/api/invoices/${draft.id}/issue`, {});
  }
  for (const theme of ["light", "dark"])
    for (const viewport of [{ width: 1280, height: 1100 }, { ...phone, height: 1100 }])
      await it.page({ theme, viewport }, async (page) => {
        for (const [look, { id, number }] of Object.entries(invoices)) {
          await page.go(`/invoices/${id}`);
          const paper = page.getByRole("article", { name: "Invoice" });
          await paper.getByText("DE89 3704 0044 0532 0130 00").waitFor();
          const said = await paper.innerText();
          for (const part of ["12 Oak Street", "office@larkspur.example.test", "DE 123456789", "COBADEFFXXX", "Larkspur Office, Hamburg", "Meadow Health"]) assert.ok(said.includes(part), `${part} is not on the ${look} page:\n${said}`);
          assert.equal(await paper.getByRole("link", { name: "Payment page" }).getAttribute("href"), `https://pay.example.test/${number}?amount=142.80`);
          await accessible(page);
          await fits(page);
          await page.keep(`invoice-${look}-${theme}-${viewport.width}`);
        }
      });
});

test("a logo stands where the name stood, and one that is too large is told before it is sent", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/settings/organisation");
    const input = page.getByLabel("Choose a picture").and(page.locator("input"));
    await input.setInputFiles({ name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(2 * 1024 * 1024 + 1) });
    await page.getByText("This picture is larger than 2 MB.").waitFor();
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 240, height: 80 } });
    await input.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.concat([picture, Buffer.alloc(1_500_000)]) });
    await page.getByRole("button", { name: "Use it" }).click();
    await page.getByRole("button", { name: "Replace" }).waitFor();
    await page.go(`/invoices/${invoices.modern.id}`);
    await page.getByRole("article", { name: "Invoice" }).locator("img").waitFor();
    await accessible(page);
    await page.keep("invoice-logo-1280");
  });
});

test("a client pays from the page of a link, and the one on the paper is listed", { timeout: 180_000 }, async () => {
  const { url } = await it.api.post(`/api/invoices/${invoices.modern.id}/links`, {});
  for (const theme of ["light", "dark"])
    await it.page({ theme, viewport: phone, as: null }, async (page) => {
      await page.goto(new URL(url).pathname);
      assert.equal(await page.getByRole("link", { name: "Pay online" }).getAttribute("href"), `https://pay.example.test/${invoices.modern.number}?amount=142.80`);
      await accessible(page);
      await fits(page);
      await page.keep(`client-page-pay-${theme}-360`);
    });
  await it.api.put("/api/invoicing-settings", { paymentPage: "" });
  const draft = await it.api.post("/api/invoices", { clientId: invoices.modern.client.id, lines: [{ description: "One visit", unitPrice: "60" }] });
  await it.api.post(`/api/invoices/${draft.id}/issue`, {});
  await until("the paper is printed", async () => (await it.api.get(`/api/invoices/${draft.id}/links`)).items.some((link) => link.onPaper));
  await it.page({}, async (page) => {
    await page.go(`/invoices/${draft.id}`);
    await page.getByText("On the PDF").waitFor();
    await accessible(page);
  });
});
