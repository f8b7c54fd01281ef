import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { startHelpDesk } from "../harness/helpdesk.mjs";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const outside = await startHelpDesk();
after(outside.stop);
const it = await story(outside.settings);
const acme = await it.api.post("/api/clients", { name: "Acme Studio" });
const birch = await it.api.post("/api/clients", { name: "Birch Bakery" });
const requests = async (query = "status=all") => (await it.api.get(`/api/support/requests?limit=200&${query}`)).items;
const requestOf = async (ticket) => (await requests()).find((one) => one.outsideId === ticket);
const connections = async () => (await it.api.get("/api/support/connections")).items;
const passes = async (id) => (await it.api.get(`/api/support/connections/${id}/runs`)).items;
const refused = { expected: [/status of 4\d\d.*\/api\/support\//] };

/** One of the clients, found by typing. */
const chooseClient = async (page, within, field, name) => {
  await within.getByRole("combobox", { name: field, exact: true }).fill(name);
  await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
};
/** Reads everything, and waits until the diary has it. */
const readNow = async (page, id) => {
  const before = (await passes(id)).length;
  await page.getByRole("button", { name: "Read everything now" }).click();
  await until("a pass is over", async () => {
    const now = await passes(id);
    return now.length > before && now[0].endedAt !== null;
  });
  return (await passes(id))[0];
};
const openLatest = async (page, id) => {
  const [latest] = await passes(id);
  await page.go(`/support/connections/${id}/passes/${latest.id}`);
  return page.getByRole("list", { name: "What it did" });
};

test("a help desk is connected, each refusal at its field, and read until everybody there is somebody here", { timeout: 240_000 }, async () => {
  await it.page(refused, async (page) => {
    await page.go("/support/connections");
    await page.getByText("No connections yet").waitFor();
    await forEverybody(page, "connections-none-1280");
    await page.getByRole("button", { name: "New connection" }).click();
    const sheet = page.getByRole("dialog", { name: "New connection" });
    const connect = sheet.getByRole("button", { name: "Try and connect" });
    assert.equal(await connect.isDisabled(), true, "nothing to try yet");
    await sheet.getByLabel("Name", { exact: true }).fill("Support desk");
    await sheet.getByLabel("Address", { exact: true }).fill("http://198.51.100.7:1/");
    await sheet.getByLabel("WordPress user", { exact: true }).fill(outside.user);
    await sheet.getByLabel("Application password", { exact: true }).fill("not the password");
    await connect.click();
    const at = (field) => until(`${field} is marked`, async () => (await sheet.getByLabel(field, { exact: true }).getAttribute("aria-invalid")) === "true");
    await at("Address");
    await sheet.getByLabel("Address", { exact: true }).fill(outside.desk);
    await connect.click();
    await at("Application password");
    await sheet.getByText("The site does not take this user name and application password.").waitFor();
    await forEverybody(page, "connections-form-1280");
    await sheet.getByLabel("Application password", { exact: true }).fill(outside.password);
    for (const [who, name] of [["31", "Acme Studio"], ["@copperkite.example", "Birch Bakery"]]) {
      await sheet.getByLabel("Who outside is which client: Outside", { exact: true }).fill(who);
      await chooseClient(page, sheet, "Who outside is which client: Here", name);
      await sheet.getByRole("button", { name: "Add: Who outside is which client" }).click();
    }
    await sheet.getByRole("button", { name: "Drop 31" }).waitFor();
    await sheet.getByLabel("Mailbox", { exact: true }).fill("first");
    await sheet.getByText("This is not a whole number.").waitFor();
    await sheet.getByLabel("Mailbox", { exact: true }).fill("1");
    await connect.click();
    await page.getByRole("heading", { name: "Support desk", level: 1 }).waitFor();
    assert.deepEqual((await connections())[0].clients, [{ outside: "31", clientId: acme.id }, { outside: "@copperkite.example", clientId: birch.id }]);
    assert.equal(await page.getByText(outside.password).count(), 0, "the password is never shown again");
    const [{ id }] = await connections();
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await page.getByText("It lets us in; its days begin in America/New_York").waitFor();

    const first = await readNow(page, id);
    assert.deepEqual([first.state, first.added, first.rejected], ["done", 8, 3]);
    await page.getByRole("region", { name: "Diary" }).getByText("Done").first().waitFor();
    await forEverybody(page, "connections-one-1280");
    await page.getByRole("region", { name: "Diary" }).getByRole("link").first().click();
    const lines = page.getByRole("list", { name: "What it did" });
    await page.getByRole("tab", { name: "Rejected" }).click();
    await page.waitForURL(/what=rejected/);
    await lines.getByText("Nobody said which client customer 33 of ticket").first().waitFor();
    assert.equal(await lines.getByRole("listitem").count(), 3);
    await forEverybody(page, "connections-pass-rejected-1280");
    await lines.getByRole("link", { name: "Say who it is" }).first().click();
    const edit = page.getByRole("dialog", { name: "Edit this connection" });
    await chooseClient(page, edit, "Client of everybody else", "Acme Studio");
    await edit.getByRole("button", { name: "Save" }).click();
    await edit.waitFor({ state: "hidden" });
    const second = await readNow(page, id);
    assert.deepEqual([second.added, second.rejected], [3, 0]);
    assert.equal((await requestOf("2009")).clientId, acme.id);
  });
});

test("what the desk tells otherwise is shown field by field, what a person said stays, and a pass is taken back", { timeout: 240_000 }, async () => {
  const [{ id }] = await connections();
  const [kept, changed] = [await requestOf("2001"), await requestOf("2003")];
  await it.api.patch(`/api/support/requests/${kept.id}`, { hours: "2" });
  for (const ticket of outside.tickets.filter((one) => one.id === 2001 || one.id === 2003)) Object.assign(ticket, { response_count: "30", updated_at: "2026-11-01T10:00:00+00:00" });
  await it.page(refused, async (page) => {
    await page.go(`/support/connections/${id}`);
    const pass = await readNow(page, id);
    assert.ok(pass.changed >= 1 && pass.leftAlone >= 1, JSON.stringify(pass));
    const lines = await openLatest(page, id);
    const of = (ticket) => lines.getByRole("listitem").filter({ hasText: `Request ${ticket}` });
    const told = async (ticket) => (await of(ticket).innerText()).replace(/\s+/g, " ");
    assert.match(await told("2001"), /Kept Hours: 2 \(the system says: [\d.]+\)/);
    assert.match(await told("2003"), /Changed Hours: 1 → [\d.]+/);
    await forEverybody(page, "connections-pass-1280");
    const before = changed.hours;
    assert.notEqual((await requestOf("2003")).hours, before);

    await page.getByRole("button", { name: "Take back" }).click();
    const asked = page.getByRole("alertdialog").or(page.getByRole("dialog", { name: "Take this pass back?" })).first();
    await asked.getByText(/What stays: everything that people changed/).waitFor();
    await forEverybody(page, "connections-undo-1280");
    await asked.getByRole("button", { name: "Take back" }).click();
    await page.getByText(/^Taken back .*\.$/).waitFor();
    await page.getByText(/record(s)? put back/).waitFor();
    assert.equal((await requestOf("2003")).hours, before);
    assert.equal((await requestOf("2001")).hours, "2");
    assert.equal(await page.getByRole("button", { name: "Take back" }).count(), 0, "once is enough");
    await lines.getByRole("link", { name: "Open Request 2003" }).click();
    await page.waitForURL(/\/support\?.*open=/);
    await page.getByRole("dialog", { name: "Request", exact: true }).waitFor();
  });
});

test("a desk nudges by a secret address, shuts us out, is let in again, paused and ended", { timeout: 240_000 }, async () => {
  const [{ id }] = await connections();
  await it.page(refused, async (page) => {
    await page.go(`/support/connections/${id}`);
    await page.getByRole("button", { name: "Make a secret address" }).click();
    const secret = await page.locator("[data-secret]").innerText();
    assert.match(secret, new RegExp(`^${it.product.url}/api/webhooks/fluent/${id}/[0-9a-f]{64}$`));
    await forEverybody(page, "connections-nudge-1280");
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await page.getByText("It may nudge us.").waitFor();
    assert.equal(await page.getByText(secret).count(), 0, "shown once");
    assert.equal((await fetch(secret, { method: "POST", body: "{}" })).status, 200);
    await until("a nudge makes us look", async () => (await passes(id)).some((one) => one.cause === "nudged" && one.endedAt !== null));

    outside.answer = (path) => (path.endsWith("/me") || path.endsWith("/tickets") ? { status: 403, body: { code: "rest_forbidden", message: "Sorry, you are not allowed to do that.", data: { status: 403 } } } : null);
    await readNow(page, id);
    await page.getByText("Lets nobody in").first().waitFor();
    await page.getByText(/the user is no agent of Fluent Support/).first().waitFor();
    await forEverybody(page, "connections-shut-1280");
    outside.answer = null;
    await page.getByRole("button", { name: "Edit" }).click();
    const edit = page.getByRole("dialog", { name: "Edit this connection" });
    await edit.getByLabel("Application password", { exact: true }).fill(outside.password);
    await edit.getByRole("button", { name: "Save" }).click();
    await edit.waitFor({ state: "hidden" });
    await page.getByText("Lets nobody in").first().waitFor({ state: "hidden" });

    await page.getByRole("button", { name: "Edit" }).click();
    await edit.getByLabel("Name", { exact: true }).fill("Our desk");
    const [one] = await connections();
    const { name, address, user, mailbox, clientId, clients, everyMinutes } = one;
    await it.api.put(`/api/support/connections/${id}`, { name, address, user, mailbox, clientId, clients, everyMinutes: everyMinutes + 45 });
    await edit.getByRole("button", { name: "Save" }).click();
    const both = edit.getByRole("alert");
    await both.waitFor();
    assert.match((await both.innerText()).replace(/\s+/g, " "), /Name Support desk Our desk Read every 60 15/, "both values are shown");
    await both.getByRole("button", { name: "Take theirs" }).click();
    await until("theirs is in the form", async () => (await edit.getByLabel("Read every", { exact: true }).inputValue()) === "60");
    await page.keyboard.press("Escape");
    await edit.waitFor({ state: "hidden" });
    await page.getByText("every 60 min").waitFor();

    await it.api.put(`/api/support/connections/${id}`, { name, address, user, mailbox, clientId, clients, everyMinutes, active: false });
    await page.getByText("Paused", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByText("Connection resumed").waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByText("It is not read until somebody resumes it.").waitFor();
    assert.deepEqual([(await connections())[0].active, (await connections())[0].clients.length], [false, 2], "a pause changes nothing else");
    await page.go("/support/months/2026-09");
    await page.getByRole("link", { name: "Figures may lack what Support desk has not told yet." }).click();
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByRole("button", { name: "Read everything now" }).waitFor();
    await page.go("/support/connections");
    await page.getByRole("link", { name: /Support desk/ }).waitFor();
    await forEverybody(page, "connections-1280");
    await page.getByRole("link", { name: /Support desk/ }).click();
    await page.getByRole("button", { name: "End", exact: true }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog", { name: "End Support desk?" })).first().getByRole("button", { name: "End", exact: true }).click();
    await page.getByText("Support desk is ended").waitFor();
    await page.go("/support/connections");
    await page.getByText("No connections yet").waitFor();
    await page.getByRole("tab", { name: "Ended" }).click();
    await page.getByRole("link", { name: /Support desk/ }).waitFor();
    assert.equal((await requests()).length, 11, "what came from it stays");
  });
});

test("a CRM is connected on a phone, in German", { timeout: 240_000 }, async () => {
  await it.page({ ...refused, language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/support/connections?open=new");
    const sheet = page.getByRole("dialog", { name: "Neue Verbindung" });
    await sheet.getByRole("radio", { name: /Twenty CRM/ }).click();
    await sheet.getByLabel("Name", { exact: true }).fill("CRM");
    await sheet.getByLabel("Adresse", { exact: true }).fill(outside.crm);
    await sheet.getByLabel("API-Schlüssel", { exact: true }).fill("falsch");
    await sheet.getByLabel("Websites sind", { exact: true }).fill("web sites");
    const connect = sheet.getByRole("button", { name: "Versuchen und verbinden" });
    await connect.click();
    await sheet.getByText("„web sites“ kann nicht die Mehrzahl eines Objekts in Twenty sein.").waitFor();
    await until("the field is marked", async () => (await sheet.getByLabel("Websites sind", { exact: true }).getAttribute("aria-invalid")) === "true");
    await sheet.getByLabel("Websites sind", { exact: true }).fill("");
    await connect.click();
    await sheet.getByText("Das System nimmt diesen Zugang nicht an").waitFor();
    await forEverybody(page, "connections-form-360");
    await sheet.getByLabel("API-Schlüssel", { exact: true }).fill(outside.key);
    await connect.click();
    await page.getByRole("heading", { name: "CRM", level: 1 }).waitFor();
    const [{ id, projects, sites }] = await connections();
    assert.deepEqual([projects, sites], ["projects", null]);
    await page.getByRole("button", { name: "Geheimnis schreiben" }).click();
    const nudge = page.getByRole("dialog", { name: "Geheimnis des Webhooks" });
    await nudge.getByLabel("Geheimnis", { exact: true }).fill("zu kurz");
    await nudge.getByRole("button", { name: "Speichern" }).click();
    await nudge.getByText("es hat 16 bis 500 Zeichen").waitFor();
    await nudge.getByLabel("Geheimnis", { exact: true }).fill("a-secret-of-this-test-01");
    await nudge.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Es darf uns anstoßen.").waitFor();
    await page.getByRole("button", { name: "Jetzt alles lesen" }).click();
    await until("a pass is over", async () => (await passes(id))[0]?.endedAt);
    await page.reload();
    await page.getByRole("region", { name: "Tagebuch" }).getByText("Fertig").first().waitFor();
    await forEverybody(page, "connections-one-360");
    await page.getByRole("region", { name: "Tagebuch" }).getByRole("link").first().click();
    await page.getByText(/Nichts zu erzählen/).waitFor();
    await forEverybody(page, "connections-pass-360");
    await page.go("/support/connections");
    await page.getByRole("link", { name: /CRM/ }).waitFor();
    await fits(page);
  });
});

const columns = "sender,message_text,message_date";
const file = (name, ...rows) => ({ name, mimeType: "text/csv", buffer: Buffer.from([columns, ...rows, ""].join("\n")) });
const input = (page, name = "Choose a file…") => page.getByLabel(name).and(page.locator("input[type=file]"));
const june = ['Them,"Can you fix the contact form on acme.example.test today?",2025-06-23T12:47:00Z', 'Them,"Sounds good",2025-06-23T12:50:00Z', "Them,The checkout page is broken,2025-06-24T09:00:00Z", 'Them,"Can you fix it?",soon', "Them,The checkout page is broken,2025-06-24T09:00:00Z"];
const texts = async () => (await requests("status=active&source=sms")).map((one) => one.description).sort();

test("a file of messages is looked at with the reason of each, chosen otherwise, taken, and taken back", { timeout: 240_000 }, async () => {
  await it.page(refused, async (page) => {
    await page.go("/support/messages");
    await page.getByText("No file was taken yet.").waitFor();
    await forEverybody(page, "messages-empty-1280");
    await input(page).setInputFiles(file("june.csv", ...june));
    await page.getByRole("alert").filter({ hasText: "Choose whose requests these are" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Take 0 requests" }).isDisabled(), true);
    await chooseClient(page, page, "Requests are of", "Acme Studio");
    await page.getByText("2 new, 1 left out, 1 known already, 1 rejected").waitFor();
    const list = page.getByRole("list", { name: "Messages and what becomes of them" });
    const message = (text) => list.getByRole("listitem").filter({ hasText: text });
    await message("contact form").getByText(/It has the words of this kind\. Found: can you add\|can you create.*How urgent: found: today/).waitFor();
    await message("Sounds good").getByText(/It tells something and asks for nothing\. Found: sounds good/).waitFor();
    const bad = page.getByRole("region", { name: "Lines that cannot be taken" }).getByRole("row");
    assert.match((await bad.nth(1).innerText()).replace(/\s+/g, " "), /^5 message_date soon Write when it was sent/);
    await forEverybody(page, "messages-looked-1280");
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save these lines" }).click()]);
    assert.match(await readFile(await saved.path(), "utf8"), /Can you fix it\?.*soon/);

    await page.getByRole("checkbox", { name: "Take line 3" }).click();
    await page.getByText("3 new, 0 left out, 1 known already, 1 rejected").waitFor();
    await page.getByRole("button", { name: "Change line 4" }).click();
    const sheet = page.getByRole("dialog", { name: "Line 4" });
    await sheet.getByRole("combobox", { name: "Urgency", exact: true }).click();
    await page.getByRole("option", { name: "Emergency", exact: true }).click();
    await chooseClient(page, sheet, "Client", "Birch Bakery");
    await forEverybody(page, "messages-change-1280");
    await sheet.getByRole("button", { name: "Apply" }).click();
    await message("checkout page").getByText(/Emergency.*Birch Bakery/).waitFor();
    assert.deepEqual(await texts(), [], "a look takes nothing");
    await page.getByRole("button", { name: "Take 3 requests" }).click();
    await page.getByText("3 requests were taken").waitFor();
    const taken = await requests("status=active&source=sms");
    assert.deepEqual(taken.map((one) => [one.description, one.clientId, one.urgency]).sort(), [["Can you fix the contact form on acme.example.test today?", acme.id, "high"], ["Sounds good", acme.id, "medium"], ["The checkout page is broken", birch.id, "high"]]);

    const earlier = page.getByRole("list", { name: "Earlier imports" });
    await earlier.getByText("3 taken, 1 known already, 0 left out, 1 rejected").waitFor();
    await it.api.patch(`/api/support/requests/${taken.find((one) => one.clientId === birch.id).id}`, { hours: "3" });
    await earlier.getByRole("button", { name: "Take back the import of june.csv" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog", { name: /Take back the import/ })).first().getByRole("button", { name: "Take back", exact: true }).click();
    await page.getByText("2 requests are put away").waitFor();
    await earlier.getByText("2 put away, 1 stayed").waitFor();
    assert.deepEqual(await texts(), ["The checkout page is broken"]);
    await forEverybody(page, "messages-earlier-1280");
  });
  await it.page({ ...refused, language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/support/messages");
    await input(page, "Datei wählen …").setInputFiles(file("juni.csv", ...june));
    await page.getByRole("alert").filter({ hasText: "Wählen Sie, wessen Anfragen das sind" }).waitFor();
    await forEverybody(page, "messages-looked-360");
  });
});

test("the words that decide are found from a message, edited, tried, and put back", { timeout: 240_000 }, async () => {
  await it.page(refused, async (page) => {
    await page.go("/support/messages");
    await input(page).setInputFiles(file("june.csv", ...june));
    await page.getByRole("link", { name: "To the list with sounds good" }).click();
    await page.waitForURL(/\/support\/messages\/words#asides/);
    const asides = page.getByLabel("Asides", { exact: true });
    await until("the list has the focus", () => asides.evaluate((element) => element === document.activeElement));
    await forEverybody(page, "messages-words-1280");
    const save = page.getByRole("button", { name: "Save lists" });
    assert.equal(await save.isDisabled(), true);
    const words = await asides.inputValue();
    await asides.fill(`${words}\n… & now`);
    await save.click();
    await until("the list is marked", async () => (await asides.getAttribute("aria-invalid")) === "true");
    await asides.fill(`${words}\ncontact form`);
    await save.click();
    await page.getByText("Lists saved").waitFor();
    await page.getByText("Somebody has edited these lists.").waitFor();
    await page.getByLabel("Message", { exact: true }).fill("Can you fix the contact form?");
    await page.getByRole("button", { name: "Try", exact: true }).click();
    await page.getByText(/It tells something and asks for nothing\. Found: contact form/).waitFor();

    await page.getByRole("button", { name: "Move DNS up" }).click();
    assert.equal(await page.getByRole("list", { name: "Kinds of requests" }).getByLabel("Name", { exact: true }).first().inputValue(), "DNS");
    const lists = await it.api.get("/api/support/message-lists");
    await it.api.put("/api/support/message-lists", { lists: { ...lists.lists, urgent: ["now"] } });
    await save.click();
    await page.getByText("Somebody else has changed the lists meanwhile.").waitFor();
    await page.getByRole("button", { name: "Show theirs" }).click();
    assert.equal(await page.getByLabel("Words of haste", { exact: true }).inputValue(), "now");
    await page.getByRole("button", { name: "Usual lists again" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog", { name: "Back to the usual lists?" })).first().getByRole("button", { name: "Usual lists again" }).click();
    await page.getByText("These are the usual lists.").waitFor();
    assert.equal((await it.api.get("/api/support/message-lists")).usual, true);
    await page.setViewportSize(phone);
    await forEverybody(page, "messages-words-360");
  });
});

test("a connection is made by the keyboard alone", { timeout: 120_000 }, async () => {
  await it.page(refused, async (page) => {
    const hands = await keyboardOnly(page);
    await page.go("/support/connections");
    await hands.press("c");
    await page.getByRole("dialog", { name: "New connection" }).waitFor();
    for (const text of ["By keys", outside.desk, outside.user, outside.password]) {
      await hands.tabTo("the next field", ({ tag }) => tag === "INPUT");
      await hands.type(text);
      await hands.press("Tab");
    }
    await hands.press("Shift+Tab", "Enter");
    await page.getByRole("heading", { name: "By keys", level: 1 }).waitFor();
    await hands.neverMouse();
  });
});
