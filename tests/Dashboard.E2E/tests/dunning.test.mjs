import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { desktop, phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });

/** A client with a card and a subscription, whose first invoice is collected. */
async function charged(name, token) {
  const client = await it.api.post("/api/clients", { name });
  await it.api.post(`/api/clients/${client.id}/payment-methods`, { token });
  const subscription = await it.api.post("/api/subscriptions", { clientId: client.id, planCode: "pro", trialDays: 0 });
  return { client: client.id, subscription: subscription.id };
}

const collectionOf = async (client) => (await it.api.get(`/api/dunning?clientId=${client}`)).items[0];
const comesTo = (state, client) => until(`the collection is ${state}`, async () => (await collectionOf(client))?.state === state);

test("nothing failed yet, and no money is taken", { timeout: 120_000 }, async () => {
  await it.api.post("/api/plans/seed");
  await it.page({}, async (page) => {
    await page.go("/subscriptions/dunning");
    await heading(page, "Dunning").waitFor();
    await page.getByText("Nothing failed").waitFor();
    await page.getByText("No money is taken.").waitFor();
    await accessible(page);
    await page.keep("dunning-empty-1280-light");
  });
});

test("an invoice whose card is declined is listed, opened, and paid with another card", { timeout: 240_000 }, async () => {
  const declined = await charged("Alder House", "pm_card_chargeCustomerFail");
  await comesTo("retrying", declined.client);
  const { number } = await collectionOf(declined.client);
  await it.page({}, async (page) => {
    await page.go("/subscriptions/dunning");
    await page.getByRole("tab", { name: /^Tried again/ }).click();
    await page.getByText("Alder House").first().waitFor();
    await page.getByText("The bank declined the card").first().waitFor();
    await accessible(page);
    await page.keep("dunning-1280-light");

    await page.go(`/subscriptions/dunning?one=${(await collectionOf(declined.client)).id}`);
    const sheet = page.getByRole("dialog", { name: `Collection of ${number}` });
    const attempts = sheet.getByRole("list", { name: "Attempts" });
    await attempts.getByText("Failed").first().waitFor();
    assert.equal(await attempts.getByRole("listitem").count(), 1);
    await sheet.getByRole("link", { name: number }).waitFor();
    await sheet.getByRole("link", { name: "Alder House" }).waitFor();
    await sheet.getByRole("list", { name: "Cards" }).getByText("Visa ending in 0341").waitFor();
    await accessible(page);
    await page.keep("dunning-one-1280-light");

    await sheet.getByRole("button", { name: "Try now" }).click();
    await until("the card was charged once more", async () => (await collectionOf(declined.client)).attempts === 2);
    await attempts.getByText("By hand").waitFor();
    await comesTo("retrying", declined.client);

    await sheet.getByRole("button", { name: "Add card" }).click();
    const add = sheet.getByRole("group", { name: "Add a card" });
    await add.getByRole("combobox", { name: "Test card" }).click();
    await page.getByRole("option", { name: "Mastercard 4444: succeeds" }).click();
    await accessible(page);
    await add.getByRole("button", { name: "Keep card" }).click();
    await comesTo("paid", declined.client);
    await attempts.getByText("Succeeded").waitFor();
    await sheet.getByText("The invoice is paid.").waitFor();
    assert.equal(await sheet.getByRole("button", { name: "Try now" }).count(), 0);
  });
});

test("collecting is stopped once somebody confirms it", { timeout: 180_000 }, async () => {
  const declined = await charged("Birch Clinic", "pm_card_chargeCustomerFail");
  await comesTo("retrying", declined.client);
  await it.page({}, async (page) => {
    await page.go(`/subscriptions/dunning?one=${(await collectionOf(declined.client)).id}`);
    await page.getByRole("button", { name: "Stop…" }).click();
    const confirm = page.getByRole("dialog", { name: "Stop collecting?" });
    await confirm.getByText("It stays open and can be paid by hand.").waitFor();
    await accessible(page);
    await confirm.getByRole("button", { name: "Stop collecting" }).click();
    await comesTo("stopped", declined.client);
    await page.getByText("Somebody stopped it.").waitFor();
    await page.go("/subscriptions/dunning?list=stopped");
    await page.getByText("Birch Clinic").first().waitFor();
  });
});

test("the cards of a client are added, preferred and removed beside the subscription", { timeout: 180_000 }, async () => {
  const paid = await charged("Cedar Homes", "pm_card_visa");
  await comesTo("paid", paid.client);
  await it.page({}, async (page) => {
    await page.go(`/subscriptions/${paid.subscription}`);
    const cards = page.getByRole("list", { name: "Cards" });
    await cards.getByText("Visa ending in 4242").waitFor();
    await page.getByRole("button", { name: "Add card" }).click();
    const add = page.getByRole("group", { name: "Add a card" });
    await add.getByRole("combobox", { name: "Test card" }).click();
    await page.getByRole("option", { name: "American Express 8431: succeeds" }).click();
    await add.getByRole("checkbox", { name: "Charge this card from now on" }).click();
    await add.getByRole("button", { name: "Keep card" }).click();
    await page.getByRole("button", { name: "Charge this one: American Express ending in 8431" }).click();
    await page.getByRole("button", { name: "Remove… Visa ending in 4242" }).click();
    await accessible(page);
    await page.getByRole("dialog", { name: "Remove this card?" }).getByRole("button", { name: "Remove card" }).click();
    await until("one card is left", async () => (await it.api.get(`/api/clients/${paid.client}/payment-methods`)).items.map((card) => `${card.lastFour} ${card.default}`).join() === "8431 true");
    await cards.getByText("Visa ending in 4242").waitFor({ state: "detached" });
    await accessible(page);
    await page.keep("subscription-cards-1280-light");

    await page.go(`/subscriptions/${paid.subscription}?open=cancel`);
    const cancel = page.getByRole("dialog", { name: "Cancel subscription" });
    const asked = page.waitForRequest((request) => request.url().includes("/preview") && request.url().includes("unused=refund"));
    await cancel.getByRole("radio", { name: /^Now, with a refund/ }).click();
    await asked;
    await cancel.getByRole("table", { name: "Given back" }).getByText("−29.00").first().waitFor();
    await accessible(page);
    await cancel.getByRole("button", { name: "Cancel subscription" }).click();
    await cancel.waitFor({ state: "detached" });
    await page.getByRole("table", { name: "Given back" }).getByText("−29.00").first().waitFor();
    await accessible(page);
  });
});

test("what is done about declined cards is arranged", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/settings/subscriptions");
    const days = page.getByRole("textbox", { name: "Tried again on days" });
    await days.fill("3, 1");
    await page.getByText("Enter at most 12 days, ascending, 1 to 90.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Save" }).isDisabled(), true);
    await accessible(page);
    await days.fill("2, 5, 9");
    await page.getByRole("radio", { name: /^Is canceled/ }).click();
    await page.getByRole("switch", { name: /^The client gets a mail/ }).click();
    await page.getByRole("textbox", { name: "Periods back" }).fill("3");
    await page.keep("dunning-settings-1280-light");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Settings saved").waitFor();
    const { retryDays, afterRetries, mailsClients, pastDueHasAccess, periodsBack } = await it.api.get("/api/subscription-settings");
    assert.deepEqual({ retryDays, afterRetries, mailsClients, pastDueHasAccess, periodsBack }, { retryDays: [2, 5, 9], afterRetries: "canceled", mailsClients: false, pastDueHasAccess: true, periodsBack: 3 });
  });
});

for (const [width, options] of [[360, { viewport: phone, touch: true }], [1280, { viewport: desktop }]])
  test(`dunning is for everybody, ${width} wide`, { timeout: 240_000 }, async () => {
    const declined = await charged(`Dogwood Living ${width}`, "pm_card_authenticationRequired");
    await comesTo("needsAction", declined.client);
    const { id } = await collectionOf(declined.client);
    const pages = [["dunning", "/subscriptions/dunning", `Dogwood Living ${width}`], ["dunning-one", `/subscriptions/dunning?one=${id}`, "Visa ending in 3184"], ["dunning-settings", "/settings/subscriptions", "Cards that are declined"]];
    await it.page(options, async (page) => {
      for (const [name, path, there] of pages) {
        await page.go(path);
        await page.getByText(there).first().waitFor();
        await forEverybody(page, `${name}-${width}`);
      }
    });
  });

test("all of it is there in German", { timeout: 120_000 }, async () => {
  await it.page({ language: "de-DE" }, async (page) => {
    await page.go("/subscriptions/dunning");
    await heading(page, "Einzug und Mahnen").waitFor();
    await page.getByText("Es wird kein Geld genommen.").waitFor();
    await page.go("/settings/subscriptions");
    await page.getByText("Karten, die abgelehnt werden").waitFor();
  });
});
