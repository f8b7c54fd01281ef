import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { apiOf } from "../harness/api.mjs";
import { accessible, fits } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { attachedIn, startMailServer } from "../harness/mailserver.mjs";
import { textOf } from "../harness/pdf.mjs";
import { password } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";
import { opened } from "../harness/tree.mjs";
import { until } from "../harness/until.mjs";
import { textIn } from "../harness/zip.mjs";

const server = await startMailServer();
after(() => server.stop());
const own = await startMailServer();
after(() => own.stop());
const it = await story({ ...server.settings, Outgoing__Allow: `127.0.0.1:${own.port}` }, { founded: false });
const email = "robin@larkspur.example.test";
let api, client, invoice;

test("from an empty installation to an invoice whose PDF a mail server took", { timeout: 240_000 }, async (t) => {
  await it.page({ as: null, expected: [/status of 401/] }, async (page) => {
    await t.test("a stranger sets the organisation up", async () => {
      await page.go("/clients");
      await page.getByLabel("Name of the organisation").fill("Larkspur Office");
      await page.getByLabel("First name").fill("Robin");
      await page.getByLabel("Last name").fill("Example");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
      api = apiOf(it.product.url, (await apiOf(it.product.url).post("/api/auth/login", { email, password })).accessToken);
    });

    await t.test("an invoice is written for a client, issued and sent", async () => {
      client = await api.post("/api/clients", { name: "Meadow Health", emails: ["bills@meadow.example.test"], currency: "EUR", language: "en" });
      invoice = await api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Two visits", quantity: "2", unitPrice: "60", taxes: [{ name: "VAT", rate: "19" }] }] });
      await page.go(`/invoices/${invoice.id}`);
      await page.getByRole("button", { name: "Issue" }).click();
      await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Issue" }).click();
      await page.getByRole("button", { name: "Send…" }).click();
      const sheet = page.getByRole("dialog");
      await until("the client's readers stand there", async () => (await sheet.getByLabel("To", { exact: true }).inputValue()) === "bills@meadow.example.test");
      await sheet.getByRole("button", { name: "Send", exact: true }).click();
      await until("the invoice's page says that it was sent", async () => (await page.getByRole("main").innerText()).includes("Sent"));
      invoice = await api.get(`/api/invoices/${invoice.id}`);
    });

    await t.test("the trace explains the tax", async () => {
      await page.go(`/invoices/${invoice.id}?open=trace`);
      const sheet = page.getByRole("dialog");
      await sheet.getByText("142.80").first().waitFor();
      await opened(sheet, "text=/Rate × what it is a share of: 19 % × 120.00 EUR/");
      await opened(sheet, "details[open] details[open] >> text=Two visits");
      await accessible(page);
      await page.keep("trace-tax-1280");
    });
  });
  const [mail] = await until("the mail server took it", () => (server.mails("bills@meadow.example.test").length > 0 ? server.mails("bills@meadow.example.test") : null));
  const pdf = attachedIn(mail, "application/pdf");
  assert.deepEqual([mail.attachments.map((file) => file.filename), pdf.length], [[`${invoice.number}.pdf`], mail.attachments[0].size]);
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  const text = textOf(pdf);
  if (text === null) t.diagnostic("qpdf and pdftotext are not there: the PDF was not read");
  else for (const said of [invoice.number, "Meadow Health", "Two visits", "142.80"]) assert.ok(text.includes(said), `${said} is not in:\n${text}`);
});

test("a reminder that the mail server refused is sent again, once the address is right", { timeout: 240_000 }, async () => {
  await api.put(`/api/clients/${client.id}`, { emails: ["nobody@meadow.example.test"] });
  await it.page({ as: { email, password } }, async (page) => {
    await page.go(`/invoices/${invoice.id}`);
    await page.getByRole("button", { name: "Preview: 7 days after the due date" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Send now" }).click();
    const log = page.getByRole("list", { name: "What became of the reminders" });
    await log.getByText("Failed").waitFor();
    await accessible(page);
    await page.keep("reminder-failed-1280");
    await api.put(`/api/clients/${client.id}`, { emails: ["office@meadow.example.test"] });
    await log.getByRole("button", { name: "Send again: 7 days after the due date" }).click();
    await page.getByText("The reminder is on its way again").waitFor();
    await log.getByText("Sent").waitFor();
    assert.equal(await log.getByRole("button", { name: /^Send again/ }).count(), 0);
  });
  const mails = server.mails("office@meadow.example.test");
  assert.deepEqual(mails.map((mail) => mail.attachments.map((file) => file.filename)), [[`${invoice.number}.pdf`]]);
  assert.equal(server.mails("nobody@meadow.example.test").length, 0);
});

test("a client who wants no reminders is switched off and on", { timeout: 120_000 }, async () => {
  await it.page({ as: { email, password } }, async (page) => {
    const wanted = async () => (await api.get(`/api/clients/${client.id}`)).reminders;
    await page.go(`/clients?client=${client.id}`);
    const sheet = page.getByRole("dialog");
    for (const on of [false, true]) {
      await sheet.getByRole("switch", { name: "Remind this client of its invoices" }).click();
      await sheet.getByRole("button", { name: "Save" }).click();
      await until(`the client is ${on ? "" : "not "}reminded`, async () => (await wanted()) === on);
      await until("the switch says so", async () => (await sheet.getByRole("switch", { name: "Remind this client of its invoices" }).getAttribute("aria-checked")) === String(on));
      const other = await page.context().newPage();
      await other.goto(`/invoices/${invoice.id}`);
      await (on ? other.getByRole("button", { name: "None for this client" }) : other.getByText("No reminders for this client.")).waitFor();
      await other.close();
    }
  });
});

test("the list of invoices is taken as CSV and as a workbook, exactly as it is filtered", { timeout: 180_000 }, async () => {
  const second = await api.post("/api/invoices", { clientId: client.id, lines: [{ description: "=1+1", quantity: "1", unitPrice: "0.10" }] });
  await api.post(`/api/invoices/${second.id}/issue`, {});
  await api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Not issued", unitPrice: "7" }] });
  const wanted = (await api.get("/api/invoices?status=open")).items;
  assert.equal(wanted.length, 2);
  await it.page({ as: { email, password } }, async (page) => {
    await page.go("/invoices?list=open");
    await page.getByText(wanted[0].number).first().waitFor();
    const taken = async (format) => {
      await page.getByRole("button", { name: "Export", exact: true }).click();
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: format }).click()]);
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    };
    const csv = await taken("CSV");
    assert.match(csv.name, /^invoices.*\.csv$/i);
    const [head, ...lines] = csv.bytes.toString("utf8").replace(/^\uFEFF/, "").trim().split("\r\n").map((line) => line.split(","));
    assert.deepEqual(lines.map((line) => line[head.indexOf("Number")]).sort(), wanted.map((one) => one.number).sort());
    assert.deepEqual(lines.map((line) => line[head.indexOf("Total")]).sort(), wanted.map((one) => one.total.amount).sort());

    const workbook = await taken("XLSX");
    assert.match(workbook.name, /^invoices.*\.xlsx$/i);
    const sheet = textIn(workbook.bytes, "xl/worksheets/sheet1.xml");
    assert.equal(sheet.match(/<row\b/g).length, wanted.length + 1);
    for (const { total } of wanted) assert.ok(sheet.includes(`<v>${Number(total.amount)}</v>`) || sheet.includes(`<v>${total.amount}</v>`), `${total.amount} is no number in the sheet`);
    assert.ok(textIn(workbook.bytes, "[Content_Types].xml").includes("spreadsheetml"));
  });
});

test("an organisation's own mail server is tried, kept, takes its mails, and is given up", { timeout: 240_000 }, async () => {
  await it.page({ as: { email, password }, viewport: phone, touch: true, theme: "dark", expected: [/status of (404|422)/] }, async (page) => {
    await page.go("/settings/mail-server");
    await page.getByText("The product's", { exact: true }).waitFor();
    const trying = page.getByRole("button", { name: "Send a test mail" });
    assert.equal(await trying.isDisabled(), true);
    await page.getByRole("textbox", { name: "Server" }).fill("127.0.0.1");
    await page.getByRole("textbox", { name: "Port" }).fill("1");
    await page.getByRole("textbox", { name: "Mails come from" }).fill("office@larkspur.example.test");
    await trying.click();
    await page.getByText("Port 1 is not called; use 587.").waitFor();
    await page.getByRole("textbox", { name: "Port" }).fill(String(own.port));
    await page.getByRole("combobox", { name: "Encryption" }).click();
    await page.getByRole("option", { name: "None" }).click();
    await trying.click();
    await page.getByText(`The server took the mail. Look whether it arrives at ${email}.`).waitFor();
    await until("the own server tells of it", () => own.mails(email).length === 1);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Your own", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Make a secret" }).click();
    await until("the secret is shown", async () => /^whsec_.{44}$/.test(await page.getByRole("textbox", { name: "Secret" }).inputValue()));
    await accessible(page);
    await fits(page);
    await page.keep("mail-server-360-dark");
    await api.post(`/api/invoices/${invoice.id}/send`, { to: ["own@meadow.example.test"], cc: [] });
    await until("the own server took it", () => own.mails("own@meadow.example.test").length === 1 && own.mails("own@meadow.example.test"));
    assert.equal(server.mails("own@meadow.example.test").length, 0);
    await page.getByRole("button", { name: "Use the product's" }).click();
    await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: "Use the product's" }).click();
    await page.getByText("The product's", { exact: true }).waitFor();
  });
});
