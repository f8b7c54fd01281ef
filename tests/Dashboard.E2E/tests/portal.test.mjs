import assert from "node:assert/strict";
import { test } from "node:test";
import { apiOf } from "../harness/api.mjs";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { linkTo } from "../harness/people.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const acme = await it.api.post("/api/clients", { name: "Acme Studio" });
const birch = await it.api.post("/api/clients", { name: "Birch Bakery" });
const usd = (amount) => ({ amount, currency: "USD" });
for (const client of [acme, birch]) {
  await it.api.post("/api/support/requests", { clientId: client.id, resolvedOn: "2025-01-15", resolvedAt: "09:15:00", type: "Form Integration", category: "forms", description: `Mend the form of ${client.name}. <img src=x onerror="document.title='broken'"><b>bold</b>`, urgency: "high", hours: "7.77" });
  await it.api.post("/api/support/requests", { clientId: client.id, resolvedOn: "2025-01-16", resolvedAt: "10:00:00", description: `Still to do for ${client.name}. ${"A long story. ".repeat(60)}The end.`, open: true });
  await it.api.post("/api/support/sites", { clientId: client.id, name: `Site of ${client.name}`, webAddress: "https://acme.example.test", start: "2024-11-16", fee: usd("321.09") });
  await it.api.post("/api/support/projects", { clientId: client.id, name: `Page of ${client.name}`, category: "website", price: usd("654.32"), completedOn: "2024-12-20", ready: true });
  const { id } = await it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Work", unitPrice: "111.11" }] });
  await it.api.post(`/api/invoices/${id}/issue`, {});
}
const dora = "dora@acme.example.test";
const expected = [/status of (401|410|429)/];
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const links = async () => (await apiOf(it.product.url).get("/api/dev/mails")).items.filter((one) => one.to === dora).length;

test("somebody of a client's is invited", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/support/portal");
    await page.getByText("Nobody may come in yet").waitFor();
    await forEverybody(page, "portal-users-empty-1280");
    await page.getByRole("button", { name: "Invite somebody" }).first().click();
    const sheet = page.getByRole("dialog", { name: "Invite somebody" });
    await sheet.getByRole("button", { name: "Invite", exact: true }).click();
    assert.equal(await sheet.getByText("Fill this in.").count(), 3);
    await sheet.getByRole("combobox", { name: "Client", exact: true }).fill("Acme");
    await page.getByRole("option", { name: /^Acme Studio/ }).click();
    await sheet.getByLabel("Name", { exact: true }).fill("Dora Example");
    await sheet.getByLabel("E-mail", { exact: true }).fill(dora);
    await forEverybody(page, "portal-invite-1280");
    await sheet.getByRole("button", { name: "Invite", exact: true }).click();
    const row = page.getByRole("list", { name: "Client portal" }).getByRole("listitem");
    await row.getByText("Invited", { exact: true }).waitFor();
    await forEverybody(page, "portal-users-1280");
    await page.setViewportSize(phone);
    await fits(page);
  });
});

test("they come in by one click on the mailed link and see their client's own, without hours and fees", { timeout: 240_000 }, async () => {
  const invitation = await linkTo(it.product.url, "/portal", dora);
  await it.page({ as: null, expected }, async (page) => {
    await page.go(`/portal#${invitation}`);
    assert.equal(new URL(page.url()).hash, "", "the secret stays in the address");
    assert.equal((await it.api.get("/api/support/portal-users")).items[0].standing, "invited", "looking at the page is no click");
    await forEverybody(page, "portal-enter-1280");
    await page.getByRole("button", { name: "Come in" }).press("Enter");
    await heading(page, "Tickets").waitFor();
    await page.getByText("My organisation").waitFor();
    const tickets = page.getByRole("list", { name: "Tickets" });
    await tickets.getByText("Still to do for Acme Studio").waitFor();
    assert.equal(await tickets.getByText(/The end\./).count(), 0);
    await tickets.getByRole("button", { name: "Show the whole text" }).press("Enter");
    await tickets.getByText(/The end\./).waitFor();
    await tickets.getByText("<b>bold</b>").waitFor();
    assert.equal(await tickets.locator("img, b").count(), 0, "a description is read as HTML");
    assert.notEqual(await page.title(), "broken");
    await forEverybody(page, "portal-tickets-1280");
    await page.getByRole("searchbox", { name: "Search tickets" }).fill("mend");
    await until("one ticket is left", async () => (await tickets.getByRole("listitem").count()) === 1);
    await page.getByRole("searchbox", { name: "Search tickets" }).fill("nothing like it");
    await page.getByRole("button", { name: "Show all tickets" }).press("Enter");

    await page.getByRole("tab", { name: "Sites" }).press("Enter");
    await page.getByText("Site of Acme Studio").waitFor();
    await page.getByText("Hosted", { exact: true }).waitFor();
    await forEverybody(page, "portal-sites-1280");
    assert.equal(new URL(page.url()).search, "?page=sites");
    await page.getByRole("tab", { name: "Projects" }).press("Enter");
    await page.getByText("Page of Acme Studio").waitFor();
    await page.getByText("Completed", { exact: true }).waitFor();
    assert.equal(await page.getByRole("tab", { name: "Invoices" }).count(), 0);
    await page.goBack();
    await page.getByText("Site of Acme Studio").waitFor();
    await page.reload();
    await page.getByText("Site of Acme Studio").waitFor();
    await page.setViewportSize(phone);
    for (const tab of ["Tickets", "Sites", "Projects"]) {
      await page.getByRole("tab", { name: tab }).press("Enter");
      await heading(page, tab).waitFor();
      await page.getByText(/Acme Studio/).nth(1).waitFor();
      await fits(page);
      assert.doesNotMatch(await page.locator("body").innerText(), /7\.77|321\.09|654\.32|111\.11|Birch/);
    }
    await page.keep("portal-projects-360");

    await it.api.patch(`/api/support/portal-users/${(await it.api.get("/api/support/portal-users")).items[0].id}`, { seesInvoices: true });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.go("/portal?page=invoices");
    await page.getByText("111.11").waitFor();
    await forEverybody(page, "portal-invoices-1280");
    const [paper] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^PDF of / }).click()]);
    assert.match(paper.suggestedFilename(), /\.pdf$/);
    await page.getByRole("button", { name: "Sign out" }).click();
    await heading(page, "Come in by mail").waitFor();
    await page.go("/portal?page=sites");
    await heading(page, "Come in by mail").waitFor();
    await page.go(`/portal#${invitation}`);
    await page.getByRole("button", { name: "Come in" }).click();
    await heading(page, "This link works no more").waitFor();
    await forEverybody(page, "portal-spent-1280");
    await page.getByRole("button", { name: "Get a new link" }).click();
    await heading(page, "Come in by mail").waitFor();
  });
});

test("they have a link mailed, in German, and are out the moment they are withdrawn", { timeout: 180_000 }, async () => {
  const before = await links();
  await it.page({ as: null, language: "de-DE", expected }, async (page) => {
    await page.setViewportSize(phone);
    await page.go("/portal");
    await heading(page, "Per E-Mail anmelden").waitFor();
    await page.getByRole("button", { name: "Link zuschicken" }).click();
    await page.getByText("Bitte ausfüllen.").waitFor();
    await page.getByLabel("E-Mail").fill(dora);
    await forEverybody(page, "portal-sign-in-360");
    await page.keyboard.press("Enter");
    await heading(page, "Sehen Sie in Ihr Postfach").waitFor();
    await fits(page);
    await until("the mail is there", async () => (await links()) > before);
    await page.go(`/portal#${await linkTo(it.product.url, "/portal", dora)}`);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await heading(page, "Anfragen").waitFor();
    await page.getByText("15.01.2025").waitFor();
    await page.keep("portal-german-360");

    await it.page({}, async (office) => {
      await office.go("/support/portal");
      await office.getByText("Comes in").waitFor();
      await office.getByRole("button", { name: "Actions for Dora Example" }).click();
      await office.getByRole("menuitem", { name: "Withdraw" }).click();
      await office.getByRole("alertdialog").or(office.getByRole("dialog")).getByRole("button", { name: "Withdraw" }).click();
      await office.getByText("Nobody may come in yet").waitFor();
      await office.getByRole("tab", { name: "Withdrawn" }).click();
      await office.getByText("Dora Example").waitFor();
      await office.getByRole("button", { name: "Actions for Dora Example" }).click();
      await office.getByRole("menuitem", { name: "Forget" }).click();
      await office.getByRole("alertdialog").or(office.getByRole("dialog")).getByRole("button", { name: "Forget" }).click();
      await office.getByText("erased").first().waitFor();
    });
    await page.getByRole("tab", { name: "Websites" }).click();
    await heading(page, "Per E-Mail anmelden").waitFor();
  });
});
