import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story({}, { alone: true });
const { url } = it.product;
const mails = async () => (await it.api.get("/api/dev/mails")).items.filter((mail) => mail.kind === "invoicing.invoice");
const themes = ["light", "dark"];
let invoice;

test("from an empty installation to an invoice that was sent", { timeout: 240_000 }, async (t) => {
  await it.page({}, async (page) => {
    await t.test("a client is added, an invoice written and issued", async () => {
      await it.api.put("/api/invoicing-settings", { bank: { holder: "Harbour Office", iban: "DE89370400440532013000" } });
      const client = await it.api.post("/api/clients", { name: "Meadow Health", emails: ["bills@meadow.example.test"], ccEmails: ["boss@meadow.example.test"], currency: "EUR" });
      invoice = await it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Two visits", quantity: "2", unitPrice: "60", taxes: [{ name: "VAT", rate: "19" }] }] });
      await page.go(`/invoices/${invoice.id}`);
      await page.getByRole("button", { name: "Issue" }).click();
      await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Issue" }).click();
      await page.getByRole("button", { name: "Send…" }).waitFor();
    });

    await t.test("it is sent with the words that stand ready", async () => {
      await page.getByRole("button", { name: "Send…" }).click();
      const sheet = page.getByRole("dialog");
      await until("the client's readers stand there", async () => (await sheet.getByLabel("To", { exact: true }).inputValue()) === "bills@meadow.example.test");
      assert.match(await sheet.getByLabel("Subject").inputValue(), /^Invoice INV-\d{4}-0001 from My organisation$/);
      await fits(page);
      await accessible(page);
      await sheet.getByRole("button", { name: "Send", exact: true }).click();
      await until("the invoice's page says that it was sent", async () => (await page.getByRole("main").innerText()).includes("Sent"));
    });

    await t.test("the mail carries the very PDF and a link", async () => {
      const [mail] = await mails();
      assert.deepEqual([mail.to, mail.copies, mail.files], ["bills@meadow.example.test", ["boss@meadow.example.test"], [`${(await it.api.get(`/api/invoices/${invoice.id}`)).number}.pdf`]]);
      const bytes = async (path, headers) => Buffer.from(await (await fetch(url + path, { headers })).arrayBuffer());
      const attached = await bytes(`/api/dev/mails/${mail.id}/files/0`);
      const printed = await bytes(`/api/invoices/${invoice.id}/pdf`, { Authorization: `Bearer ${it.owner.token}` });
      assert.equal(attached.subarray(0, 5).toString(), "%PDF-");
      assert.equal(createHash("sha256").update(attached).digest("hex"), createHash("sha256").update(printed).digest("hex"));
      assert.ok(mail.links.some((link) => link.includes("/p/")), mail.links.join(" "));
    });

    await t.test("a client link is made, copied and withdrawn", async () => {
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem", { name: "Copy client link…" }).click();
      const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
      await dialog.getByRole("button", { name: "Make link" }).click();
      const link = await dialog.getByLabel("Link", { exact: true }).inputValue();
      assert.equal((await fetch(link)).status, 200);
      await dialog.getByRole("button", { name: "Close" }).last().click();
      await page.getByRole("button", { name: /^Withdraw the link of/ }).first().click();
      await until("the link opens nothing any more", async () => (await fetch(link)).status === 404);
    });
  });
});

test("a quote is sent with its PDF from its page", { timeout: 240_000 }, async () => {
  const [client] = (await it.api.get("/api/clients")).items;
  const quote = await it.api.post("/api/quotes", { clientId: client.id, lines: [{ description: "Two visits", quantity: "2", unitPrice: "60" }] });
  await it.api.post(`/api/quotes/${quote.id}/issue`, {});
  const sent = async () => (await it.api.get("/api/dev/mails")).items.filter((mail) => mail.kind === "invoicing.quote");
  await it.page({}, async (page) => {
    await page.go(`/quotes/${quote.id}`);
    await page.getByText("Not sent yet.").waitFor();
    await page.getByRole("button", { name: "Send…" }).click();
    const sheet = page.getByRole("dialog");
    await until("the client's readers stand there", async () => (await sheet.getByLabel("To", { exact: true }).inputValue()) === "bills@meadow.example.test");
    assert.match(await sheet.getByLabel("Subject").inputValue(), /^Quote Q-\d{4}-0001 from My organisation$/);
    await fits(page);
    await accessible(page);
    await sheet.getByRole("button", { name: "Send", exact: true }).click();
    await until("the quote's page says that it was sent", async () => (await page.getByRole("main").innerText()).includes("Sent"));
    await accessible(page);
  });
  const [mail] = await sent();
  assert.deepEqual([mail.to, mail.copies, mail.files], ["bills@meadow.example.test", ["boss@meadow.example.test"], [`${(await it.api.get(`/api/quotes/${quote.id}`)).number}.pdf`]]);
});

for (const colorScheme of themes)
  test(`the invoice's page and the client's are for everybody, ${colorScheme}`, { timeout: 120_000 }, async () => {
    await it.page({ theme: colorScheme }, async (page) => {
      await page.go(`/invoices/${invoice.id}`);
      await page.getByRole("heading", { name: "Client links" }).waitFor();
      await accessible(page);
    });
    const [mail] = await mails();
    const path = new URL(mail.links.find((link) => link.includes("/p/"))).pathname;
    for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 800 }])
      await it.page({ theme: colorScheme, viewport, as: null }, async (page) => {
        await page.goto(url + path);
        await page.getByRole("heading", { name: /^Invoice INV-/ }).waitFor();
        assert.match(await page.getByRole("main").innerText(), /€142\.80[\s\S]*DE89 3704 0044 0532 0130 00/);
        await fits(page);
        await accessible(page);
        await page.keep(`client-page-${colorScheme}-${viewport.width}`);
      });
  });

test("a link that is none shows one quiet page", { timeout: 60_000 }, async () => {
  const answer = await fetch(`${url}/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`);
  assert.equal(answer.status, 404);
  assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
  assert.match(await answer.text(), /There is nothing to see here/);
});
