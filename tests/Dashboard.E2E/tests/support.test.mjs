import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const acme = await it.api.post("/api/clients", { name: "Acme Studio" });
const birch = await it.api.post("/api/clients", { name: "Birch Bakery" });
const usd = (amount) => ({ amount, currency: "USD" });
const requests = async (query = "") => (await it.api.get(`/api/support/requests?${query}`)).items;
const june = (client = acme.id) => it.api.get(`/api/support/months/2025-06?clientId=${client}`);
const write = (client, day, urgency, hours, description) => it.api.post("/api/support/requests", { clientId: client.id, resolvedOn: `2025-06-${day}`, resolvedAt: "09:00:00", category: "support", urgency, hours, description });

/** The columns of the requests that are shown. */
const at = { description: 1, category: 5, urgency: 6, hours: 7, invoice: 8 };
const cell = (page, row, column) => page.locator(`[data-cell="${row}:${column}"]`);
const grid = (page, name = "Support requests") => page.getByRole("grid", { name });
/** How many rows the grid has, as it tells screen readers: header and totals are rows too. */
const shows = (page, count) => until(`the grid has ${count} rows`, async () => Number(await grid(page).getAttribute("aria-rowcount")) === count + 2);
const choose = async (page, within, field, option) => {
  await within.getByRole("combobox", { name: field, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
};
/** One of the clients, found by typing. */
const chooseClient = async (page, within, field, name) => {
  await within.getByRole("combobox", { name: field, exact: true }).fill(name);
  await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
};
const menu = async (page, row, what) => {
  await page.getByRole("row").filter({ hasText: row }).getByRole("button", { name: "Actions for this row" }).click();
  await page.getByRole("menuitem", { name: what }).click();
};

test("a request is written down, and others are found by what they are", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/support");
    await page.getByText("No requests yet").waitFor();
    await forEverybody(page, "support-empty-1280");
    await page.getByRole("button", { name: "New request" }).first().click();
    const sheet = page.getByRole("dialog", { name: "Write down a request" });
    await chooseClient(page, sheet, "Client", "Birch Bakery");
    await sheet.getByLabel("Request", { exact: true }).fill("Where is the oven page?");
    await sheet.getByRole("textbox", { name: "Resolved", exact: true }).fill("06/02/2025");
    await choose(page, sheet, "Category", "Advisory");
    await choose(page, sheet, "Effort", "Medium");
    await choose(page, sheet, "Came by", "Text message");
    await forEverybody(page, "support-request-sheet-1280");
    await sheet.getByRole("button", { name: "Write down" }).click();
    await page.getByText("Request written down").waitFor();
    const [written] = await requests();
    assert.deepEqual([written.clientId, written.resolvedOn, written.category, written.source, written.hours, written.charged], [birch.id, "2025-06-02", "advisory", "sms", "0.5", true]);

    for (const [day, urgency, hours] of [["01", "medium", "4"], ["02", "high", "3"], ["03", "low", "2"], ["04", "high", "4"], ["05", "medium", "1"]]) await write(acme, day, urgency, hours, `Mend form ${day}`);
    await page.go("/support");
    await shows(page, 6);
    await page.getByRole("button", { name: /^High priority 2$/ }).click();
    await page.waitForURL(/filter=/);
    await shows(page, 2);
    await page.getByRole("button", { name: /^High priority/, pressed: true }).waitFor();
    await page.getByRole("button", { name: /^High priority/ }).click();
    await page.getByRole("button", { name: /^Texts 1$/ }).click();
    await shows(page, 1);
    await cell(page, 0, at.description).getByText("Where is the oven page?").waitFor();
    await page.getByRole("button", { name: /^Texts/ }).click();
    await page.getByRole("searchbox", { name: "Search requests" }).fill("form 03");
    await shows(page, 1);
    await page.getByRole("searchbox", { name: "Search requests" }).fill("");
    await shows(page, 6);
    await forEverybody(page, "support-requests-1280");
  });
});

test("hours go in quarters under the arrow keys, and what somebody else wrote meanwhile is asked about", { timeout: 240_000 }, async (t) => {
  await it.page({ expected: [/409 \(Conflict\)/] }, async (page) => {
    await page.go(`/support?of=${acme.id}`);
    await shows(page, 5);
    const hours = cell(page, 0, at.hours);
    const saved = async () => (await requests("search=form+05"))[0].hours;

    await t.test("up by a quarter, Escape leaves it", async () => {
      await hours.click();
      await page.keyboard.press("F2");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await until("a quarter more is saved", async () => (await saved()) === "1.25");
      await hours.click();
      await page.keyboard.press("F2");
      await page.keyboard.type("9");
      await page.keyboard.press("Escape");
      await until("the cell shows what was", async () => (await hours.innerText()).includes("1.25"));
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await until("it is an hour again", async () => (await saved()) === "1");
    });

    await t.test("both values are shown", async () => {
      await hours.click();
      await page.keyboard.press("F2");
      await page.keyboard.type("2");
      const [row] = await requests("search=form+05");
      await it.api.patch(`/api/support/requests/${row.id}`, { hours: "3" });
      await page.keyboard.press("Enter");
      await until("the cell is marked", async () => (await hours.getAttribute("aria-invalid")) === "true");
      await hours.click();
      await page.keyboard.press("Enter");
      const asked = page.getByRole("dialog", { name: "Somebody else changed this cell" });
      await asked.waitFor();
      assert.match(await asked.innerText(), /2[\s\S]*3/);
      await asked.getByRole("button", { name: "Keep mine" }).click();
      await until("mine is saved", async () => (await saved()) === "2");
    });

    await t.test("many at once, and back by one undo", async () => {
      await cell(page, 0, at.description).click();
      await page.keyboard.press("Control+a");
      const bar = page.getByRole("region", { name: "Actions" });
      await bar.getByRole("button", { name: "Archive" }).click();
      await until("all are put away", async () => (await requests(`status=archived&clientId=${acme.id}`)).length === 5);
      assert.equal((await requests(`status=all&clientId=${birch.id}`))[0].status, "active");
      await page.getByRole("button", { name: "Undo" }).first().click();
      await until("all count again", async () => (await requests(`clientId=${acme.id}`)).length === 5);
    });
  });
  const [row] = await requests("search=form+05");
  await it.api.patch(`/api/support/requests/${row.id}`, { hours: "1" });
});

test("the figures follow the filter of the list, and lead back to its rows", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/support");
    await page.getByRole("link", { name: "Figures" }).click();
    const cards = page.getByRole("list", { name: "At a glance" });
    await cards.waitFor();
    const says = (what, pattern) => until(what, async () => pattern.test(await cards.innerText()));
    await says("all are counted", /Billable requests\s+6\s[\s\S]*925\.00[\s\S]*gross 3,000\.00[\s\S]*Monday[\s\S]*Morning, 8–12[\s\S]*06\/02\/2025/);
    await page.getByRole("img", { name: "Requests by day from 06/01/2025 to 06/05/2025: 5 days with any." }).waitFor();
    await page.getByText("As a table").first().click();
    await forEverybody(page, "support-figures-1280");
    await page.getByRole("checkbox", { name: "Emergency" }).click();
    await page.waitForURL(/urgency/);
    await says("emergencies are left out", /Billable requests\s+4\s[\s\S]*175\.00/);
    await page.getByRole("button", { name: "Show the requests of 06/05/2025" }).click();
    await page.waitForURL(/\/support\?.*resolvedOn/);
    await shows(page, 1);
  });
  await it.page({ viewport: phone, touch: true }, async (page) => {
    await page.go("/support/figures");
    await page.getByRole("list", { name: "At a glance" }).waitFor();
    await forEverybody(page, "support-figures-360");
  });
});

test("a month is closed by keyboard alone, and what it billed is locked", { timeout: 240_000 }, async (t) => {
  await it.page({}, async (page) => {
    const keys = await keyboardOnly(page);
    await page.go("/support/months/2025-07");

    await t.test("comma goes to the month before", async () => {
      await keys.press(",");
      await page.getByRole("heading", { name: "Close June 2025", level: 1 }).waitFor();
      await page.getByRole("button", { name: /^Acme Studio/ }).waitFor();
    });

    await t.test("Enter opens a client, a line opens to its requests", async () => {
      await keys.tabTo("the client", (now) => now.tag === "BUTTON" && now.name.startsWith("Acme Studio"));
      await keys.press("Enter");
      await page.waitForURL(/client=/);
      const tiers = page.getByRole("list", { name: "By urgency" });
      await tiers.waitFor();
      assert.match(await tiers.innerText(), /Emergency[\s\S]*7 h, 4 h free[\s\S]*1,750\.00[\s\S]*1,000\.00[\s\S]*750\.00/);
      await keys.tabTo("what is behind the first line", (now) => now.tag === "SUMMARY" && now.name === "2 items behind it");
      await keys.press("Enter");
      await page.getByRole("link", { name: /Mend form 02/ }).first().waitFor();
    });

    await t.test("the preview says what is billed, and closing makes the draft", async () => {
      await keys.tabTo("the button", (now) => now.tag === "BUTTON" && now.name === "Preview and close", 120, "Shift+Tab");
      await keys.press("Enter");
      const sheet = page.getByRole("dialog", { name: "Close June 2025 for Acme Studio" });
      await sheet.getByText("925.00").first().waitFor();
      assert.equal((await june()).closes.length, 0, "looking closed the month");
      await keys.tabTo("the button that closes", (now) => now.name === "Make the draft");
      await keys.press("Enter");
      await page.getByText("Month closed. The draft is being made.").waitFor();
      await page.getByRole("link", { name: "To the draft" }).waitFor();
      const { closes, total, open } = await june();
      assert.deepEqual([closes.length, total, open], [1, usd("925.00"), usd("0.00")]);
      assert.equal((await it.api.get(`/api/invoices/${closes[0].invoiceId}`)).total.amount, "925.00");
      await keys.neverMouse();
    });
  });
  await it.page({}, async (page) => {
    await page.go(`/support/months/2025-06?client=${acme.id}`);
    await page.getByRole("link", { name: "To the draft" }).waitFor();
    await forEverybody(page, "support-month-1280");
    await page.getByRole("button", { name: "Preview and close" }).click();
    const sheet = page.getByRole("dialog", { name: /^Close June 2025/ });
    await sheet.getByText(/^Nothing is open in this month/).waitFor();
    await forEverybody(page, "support-close-1280");
    await sheet.getByRole("button", { name: "Cancel" }).click();

    await page.go(`/support?of=${acme.id}`);
    await shows(page, 5);
    await cell(page, 0, at.invoice).getByText("Draft").waitFor();
    await cell(page, 0, at.hours).dblclick();
    assert.equal(await cell(page, 0, at.hours).getByRole("textbox").count(), 0, "a locked cell opened");
    await page.go(`/support?open=${(await requests(`clientId=${acme.id}`))[0].id}`);
    const locked = page.getByRole("dialog", { name: "Request", exact: true });
    await locked.getByText(/It went into the close of a month/).waitFor();
    assert.equal(await locked.getByRole("button", { name: "Save" }).count(), 0);
    await forEverybody(page, "support-locked-1280");
    await locked.getByRole("link", { name: "To the invoice" }).click();
    await page.waitForURL(/\/invoices\//);
  });
});

test("projects and sites are written down, and the month says which are free", { timeout: 240_000 }, async () => {
  await it.page({ expected: [/status of 422.*api\/support\/sites/] }, async (page) => {
    await page.go("/support/projects");
    await page.getByText("No projects yet").waitFor();
    await forEverybody(page, "support-projects-empty-1280");
    await page.getByRole("button", { name: "New project" }).first().click();
    const project = page.getByRole("dialog", { name: "Write down a project" });
    await chooseClient(page, project, "Client", "Birch Bakery");
    await project.getByRole("textbox", { name: "Project", exact: true }).fill("Summer bread");
    await choose(page, project, "Category", "Landing page");
    await project.getByRole("textbox", { name: "Price", exact: true }).fill("200");
    await project.getByRole("textbox", { name: "Completed", exact: true }).fill("06/10/2025");
    await project.getByRole("checkbox", { name: "It may be invoiced" }).click();
    await forEverybody(page, "support-project-sheet-1280");
    await project.getByRole("button", { name: "Write down" }).click();
    await page.getByText("Project written down").waitFor();
    const second = await it.api.post("/api/support/projects", { clientId: birch.id, name: "Autumn bread", category: "landing-page", price: usd("300"), completedOn: "2025-06-20", ready: false });
    await page.go("/support/projects?list=notReady");
    await menu(page, "Autumn bread", "Ready to invoice");
    await until("it is ready", async () => (await it.api.get(`/api/support/projects/${second.id}`)).status === "ready");
    await page.getByText("Nothing here").waitFor();
    await page.go("/support/projects");
    await page.getByRole("row").filter({ hasText: "Summer bread" }).waitFor();
    await forEverybody(page, "support-projects-1280");
    const { projects } = await june(birch.id);
    assert.deepEqual(projects.items.map((one) => [one.name, one.free]), [["Summer bread", true], ["Autumn bread", false]]);
    await page.go(`/support/projects?open=${projects.items[0].id}`);
    await page.getByText("It costs nothing: in June 2025 a project of this category is free.").waitFor();

    await page.go("/support/sites");
    await page.getByText("No sites yet").waitFor();
    await page.getByRole("button", { name: "New site" }).first().click();
    const site = page.getByRole("dialog", { name: "Take on a site" });
    await chooseClient(page, site, "Client", "Birch Bakery");
    await site.getByRole("textbox", { name: "Site", exact: true }).fill("birch");
    await site.getByRole("textbox", { name: "Web address", exact: true }).fill("https://birch.example.test");
    await site.getByRole("textbox", { name: "Hosted from", exact: true }).fill("06/15/2025");
    await site.getByRole("textbox", { name: "Until", exact: true }).fill("06/01/2025");
    await site.getByRole("button", { name: "Take on" }).click();
    await site.getByText("Hosting ends on the day it begins, or later. Write other days.").waitFor();
    await forEverybody(page, "support-site-sheet-1280");
    await site.getByRole("textbox", { name: "Until", exact: true }).fill("");
    await site.getByRole("button", { name: "Take on" }).click();
    await page.getByText("Site taken on").waitFor();
    await page.getByRole("row").filter({ hasText: "birch.example.test" }).waitFor();
    await forEverybody(page, "support-sites-1280");
    await page.go("/support/sites?list=months&until=2025-06");
    const block = page.getByRole("list", { name: "Birch Bakery" });
    assert.match(await block.innerText(), /birch[\s\S]*16 days · began in this month[\s\S]*52\.80/);
    await page.getByRole("meter", { name: "To the next free site" }).waitFor();
    await forEverybody(page, "support-hosting-1280");
    const [{ id }] = (await it.api.get("/api/support/sites")).items;
    await page.go(`/support/sites?open=${id}`);
    const sheet = page.getByRole("dialog", { name: "birch" });
    await sheet.getByRole("textbox", { name: "Fee a month", exact: true }).fill("120");
    await sheet.getByRole("textbox", { name: "The new fee holds from", exact: true }).fill("07/01/2025");
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Site saved").waitFor();
    assert.deepEqual((await it.api.get(`/api/support/sites/${id}`)).fees, [{ from: "2025-06-01", fee: usd("99.00") }, { from: "2025-07-01", fee: usd("120.00") }]);
  });
});

test("rates, allowances and categories are agreed and withdrawn", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/support/settings");
    await page.getByRole("list", { name: "Rates", exact: true }).getByText("250.00").waitFor();
    await forEverybody(page, "support-terms-1280");
    await page.getByRole("button", { name: "Agree rates" }).click();
    const rates = page.getByRole("dialog", { name: "Agree rates" });
    await chooseClient(page, rates, "Whose", "Birch Bakery");
    await rates.getByRole("textbox", { name: "From", exact: true }).fill("01/01/2025");
    await rates.getByRole("textbox", { name: "Standard", exact: true }).fill("99.50");
    await forEverybody(page, "support-rates-sheet-1280");
    await rates.getByRole("button", { name: "Save" }).click();
    await page.getByRole("list", { name: "Rates", exact: true }).getByText("Birch Bakery").waitFor();
    const [card] = (await it.api.get("/api/support/rate-cards")).items;
    assert.deepEqual([card.clientId, card.from, Number(card.low), Number(card.high)], [birch.id, "2025-01-01", 99.5, 250]);
    await page.getByRole("button", { name: /^Withdraw what holds for Birch Bakery/ }).click();
    await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: "Withdraw", exact: true }).click();
    await until("the card is gone", async () => (await it.api.get("/api/support/rate-cards")).items.length === 0);

    await page.getByRole("button", { name: "Agree an allowance" }).click();
    const allowance = page.getByRole("dialog", { name: "Agree an allowance" });
    await chooseClient(page, allowance, "Whose", "Birch Bakery");
    await allowance.getByRole("textbox", { name: "Free hours a month" }).fill("2");
    await forEverybody(page, "support-allowance-sheet-1280");
    await allowance.getByRole("button", { name: "Save" }).click();
    await page.getByRole("list", { name: "Free allowances" }).getByText("Birch Bakery").waitFor();
    await page.getByRole("radio", { name: /^The cheapest/ }).click();
    await until("the order is chosen", async () => (await it.api.get("/api/support/allowances")).order === "cheapest");

    await page.getByRole("button", { name: "Open a category" }).click();
    const category = page.getByRole("dialog", { name: "Open a category" });
    await category.getByLabel("Name").fill("Training");
    await category.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Close Training" }).click();
    await until("it is closed", async () => (await it.api.get("/api/support/categories")).items.find((one) => one.name === "Training")?.closed === true);
    await page.getByRole("button", { name: "Reopen Training" }).waitFor();
  });
});

test("every page fits a phone, and is told in German", { timeout: 240_000 }, async () => {
  await it.page({ viewport: phone, touch: true }, async (page) => {
    for (const [name, path, text] of [["requests", "/support", "Mend form 05"], ["month", `/support/months/2025-06?client=${acme.id}`, "By urgency"], ["projects", "/support/projects", "Summer bread"], ["sites", "/support/sites", "birch"], ["hosting", "/support/sites?list=months&until=2025-06", "Birch Bakery"], ["terms", "/support/settings", "What an hour costs, by its urgency."]]) {
      await page.go(path);
      await (text === "By urgency" ? page.getByRole("list", { name: text }) : page.getByText(text).first()).waitFor();
      await fits(page);
      await forEverybody(page, `support-${name}-360`);
    }
  });
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/support");
    await page.getByRole("heading", { name: "Support-Anfragen", level: 1 }).waitFor();
    await page.getByText("Mend form 05").first().click();
    await page.getByRole("dialog", { name: "Anfrage" }).getByText(/Ging in einen Monatsabschluss ein/).waitFor();
    await forEverybody(page, "support-request-360-de");
    await page.go(`/support/months/2025-06?client=${birch.id}`);
    await page.getByRole("heading", { name: "Juni 2025 abschließen", level: 1 }).waitFor();
    await page.getByRole("button", { name: "Ansehen und abschließen" }).click();
    await page.getByRole("dialog", { name: "Juni 2025 für Birch Bakery abschließen" }).getByRole("button", { name: "Entwurf erstellen" }).click();
    await page.getByRole("link", { name: "Zum Entwurf" }).waitFor();
    await forEverybody(page, "support-month-360-de");
  });
});
