import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, fits, forEverybody } from "../harness/axe.mjs";
import { desktop, phone } from "../harness/browser.mjs";
import { pictures } from "../harness/pictures.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString();
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const begin = async (name, planCode, more = {}) => {
  const client = await it.api.post("/api/clients", { name });
  return it.api.post("/api/subscriptions", { clientId: client.id, planCode, trialDays: 0, ...more });
};

test("plans are seeded, a plan by the seat is written with its example, revised and archived", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/subscriptions");
    await page.getByText("A subscription is of a plan. Offer one first.").waitFor();
    await page.getByRole("link", { name: "To the plans" }).click();
    await page.getByRole("button", { name: "Begin with these" }).click();
    await page.getByRole("list", { name: "Plans" }).getByText("Enterprise", { exact: true }).waitFor();
    await accessible(page);
    await page.keep("offers-1280-light");

    await page.keyboard.press("c");
    await heading(page, "New plan").waitFor();
    await page.getByRole("button", { name: "Offer plan" }).click();
    await page.getByText("Something is missing or wrong above.").waitFor();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Team");
    assert.equal(await page.getByRole("textbox", { name: "Code" }).inputValue(), "team");
    await page.getByRole("textbox", { name: "Days of trial" }).fill("14");
    await page.getByRole("textbox", { name: "Name on the invoice" }).fill("Seats");
    await page.getByRole("combobox", { name: "Counted" }).click();
    await page.getByRole("option", { name: "Each seat and period" }).click();
    await page.getByRole("textbox", { name: /^Price in/ }).fill("7.50");
    await page.getByRole("table", { name: /^Invoice of/ }).first().getByText("22.50").first().waitFor();
    await page.getByRole("button", { name: "Add entitlement" }).click();
    await page.getByRole("textbox", { name: "Limit" }).fill("25");
    await accessible(page);
    await page.keep("offer-new-1280-light");
    await page.getByRole("button", { name: "Offer plan" }).click();
    await heading(page, "Team").waitFor();
    await page.getByText("Nobody has this plan yet.").waitFor();

    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await heading(page, "Edit Team").waitFor();
    await page.getByRole("textbox", { name: /^Price in/ }).fill("8");
    await page.getByRole("radio", { name: /^Those that exist, too/ }).click();
    await page.getByRole("table", { name: /^Invoice of/ }).first().getByText("24.00").first().waitFor();
    await page.getByRole("button", { name: "Save new version" }).click();
    await page.getByRole("list", { name: "Versions" }).getByText("Version 2").waitFor();
    await accessible(page);
    await page.keep("offer-1280-light");
    await page.getByRole("button", { name: "Archive…" }).click();
    await page.getByRole("menuitem", { name: "Archive…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
    await heading(page, "Plans").waitFor();
    await page.getByRole("checkbox", { name: "Show archived" }).click();
    await page.getByRole("list", { name: "Plans" }).getByText("Archived").waitFor();
  });
});

test("a plan sells what is used, by tiers in one currency and by packages in another", { timeout: 240_000 }, async () => {
  await it.api.post("/api/meters", { code: "calls", name: "API calls", unit: "calls", rule: { aggregation: "sum" } });
  await it.page({}, async (page) => {
    await page.go("/subscriptions/plans/new");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Api");
    await page.getByRole("textbox", { name: "Name on the invoice" }).fill("Calls");
    await page.getByRole("combobox", { name: "Counted" }).click();
    await page.getByRole("option", { name: "By what is used" }).click();
    assert.equal(await page.getByText("Write a number").count(), 0, "what is missing is said to who tries to save");
    await page.getByRole("button", { name: "Offer plan" }).click();
    await page.getByText("Choose a meter.").waitFor();
    await page.getByText("Write a number").waitFor();
    await accessible(page);
    await page.getByRole("combobox", { name: "Meter" }).click();
    await page.getByRole("option", { name: /^API calls/ }).click();
    await page.getByRole("textbox", { name: /^Included/ }).fill("1000");
    const first = page.getByRole("group", { name: /^Price in/ }).first();
    await first.getByRole("combobox", { name: "Model" }).click();
    await page.getByRole("option", { name: "Graduated", exact: true }).click();
    await first.getByLabel("Price of one, Tier 1").fill("0.02");
    await first.getByLabel("Up to, Tier 2").fill("50");
    await first.getByText("This does not fit.").waitFor();
    await page.getByText("Fill in what is missing to see the invoices.").waitFor();
    await first.getByLabel("Up to, Tier 2").fill("many");
    await first.getByText("Write a number").waitFor();
    await first.getByLabel("Up to, Tier 2").fill("5000");
    await page.getByText("What is used is billed when its period is over. The example leaves it out.").waitFor();

    await page.getByRole("combobox", { name: "Add currency" }).fill("CHF");
    await page.getByRole("option", { name: /CHF/ }).click();
    const francs = page.getByRole("group", { name: "Price in CHF" });
    assert.equal(await francs.getByLabel("Up to, Tier 2").inputValue(), "5,000", "it begins as the first one");
    await francs.getByRole("combobox", { name: "Model" }).click();
    await page.getByRole("option", { name: "Package", exact: true }).click();
    await francs.getByLabel("Price of a package").fill("7.5");
    await accessible(page);
    await page.keep("offer-metered-1280-light");
    await page.getByRole("button", { name: "Offer plan" }).click();
    await heading(page, "Api").waitFor();
    const prices = page.getByRole("table", { name: "Prices" });
    await prices.getByText("up to 5,000: 1.50 each").waitFor();
    await prices.getByText("7.50 for each 100, begun or whole").waitFor();
    await prices.getByText("API calls · 1,000 included").waitFor();
    await accessible(page);
    await page.keep("offer-metered-page-1280-light");

    const { terms } = await it.api.get("/api/plans/api");
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await heading(page, "Edit Api").waitFor();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Api calls");
    await page.getByRole("button", { name: "Save new version" }).click();
    await page.getByRole("list", { name: "Versions" }).getByText("Version 2").waitFor();
    assert.deepEqual((await it.api.get("/api/plans/api")).terms, { ...terms, name: "Api calls" });
  });
  await it.page({ viewport: phone, touch: true, language: "de-DE" }, async (page) => {
    await page.go("/subscriptions/plans/api/edit");
    await page.getByRole("group", { name: "Preis in CHF" }).getByLabel("Preis eines Pakets").waitFor();
    await accessible(page);
    await fits(page);
    await page.keep("offer-metered-360-german");
    await page.go("/subscriptions/plans/api");
    await page.getByRole("table", { name: "Preise" }).getByText("7,50 je 100, auch angebrochene").waitFor();
    await fits(page);
  });
  await it.api.post("/api/plans/api/archive");
});

test("a client subscribes, is changed with a preview, paused, canceled and kept", { timeout: 300_000 }, async () => {
  await it.api.post("/api/clients", { name: "Alder House" });
  await it.page({}, async (page) => {
    await page.go("/subscriptions");
    await page.getByText("No subscriptions yet").waitFor();
    await page.keyboard.press("c");
    await heading(page, "New subscription").waitFor();
    await page.getByPlaceholder("Choose a client").fill("Alder");
    await page.getByRole("option", { name: "Alder House" }).click();
    await page.getByRole("combobox", { name: "Plan" }).click();
    await page.getByRole("option", { name: /^Pro 29/ }).click();
    await page.getByText("Nothing is billed at once.").waitFor();
    await page.getByRole("textbox", { name: "Trial days" }).fill("0");
    await page.getByRole("table", { name: "Billed at once" }).getByText("29.00").first().waitFor();
    await accessible(page);
    await page.keep("subscription-new-1280-light");
    await page.getByRole("button", { name: "Start subscription" }).click();
    await heading(page, "Alder House").waitFor();
    await page.getByRole("table", { name: "Upcoming invoice" }).getByText("29.00").first().waitFor();
    await page.getByRole("list", { name: "Time line" }).getByRole("link", { name: /^INV-/ }).waitFor();
    await accessible(page);
    await page.keep("subscription-1280-light");

    await page.getByRole("button", { name: "Change…" }).click();
    const sheet = page.getByRole("dialog", { name: "Change subscription" });
    await sheet.getByRole("combobox", { name: "Plan" }).click();
    await page.getByRole("option", { name: /^Enterprise/ }).click();
    await sheet.getByRole("table", { name: "Due now" }).getByText("70.00").waitFor();
    await accessible(page);
    await page.keep("subscription-change-1280-light");
    await sheet.getByRole("radio", { name: /^With the next period/ }).click();
    await sheet.getByText("Nothing is billed at once.").waitFor();
    await sheet.getByRole("button", { name: "Change with the next period" }).click();
    await page.getByRole("button", { name: "Take that back" }).click();
    await page.getByText("It stays as it is").waitFor();
    await page.getByRole("button", { name: "Change…" }).click();
    await sheet.getByRole("combobox", { name: "Plan" }).click();
    await page.getByRole("option", { name: /^Enterprise/ }).click();
    await sheet.getByRole("button", { name: "Change now" }).click();
    await page.getByRole("list", { name: "Time line" }).getByText("Changed within a period").waitFor();

    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Pause…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Pause" }).click();
    await page.getByText("No invoice is to come.").waitFor();
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByRole("button", { name: "Change…" }).waitFor();

    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Cancel…" }).click();
    const cancel = page.getByRole("dialog", { name: "Cancel subscription" });
    await cancel.getByRole("radio", { name: /^Now, with a credit/ }).click();
    await cancel.getByRole("table", { name: "Due now" }).getByText("−99.00").first().waitFor();
    await accessible(page);
    await cancel.getByRole("radio", { name: /^With the period/ }).click();
    await cancel.getByRole("button", { name: "Cancel subscription" }).click();
    await page.getByRole("button", { name: "Do not cancel" }).click();
    await page.getByText("The subscription goes on").waitFor();

    await page.getByRole("slider").press("Home");
    await page.getByText("Invoices are left out").waitFor();
    assert.equal(await page.getByRole("button", { name: "Change…" }).count(), 0);
    await page.getByRole("button", { name: "Back to now" }).click();
    await page.getByRole("button", { name: "Change…" }).waitFor();
  });
});

test("what is parked says why, and is tried again", { timeout: 180_000 }, async () => {
  const parked = await begin("Birch Clinic", "pro", { startAt: ago(20) });
  await until("the first is invoiced", async () => (await it.api.get(`/api/subscriptions/${parked.id}`)).bills[0].invoice?.state === "made");
  await it.api.delete(`/api/clients/${parked.clientId}`);
  await it.api.patch(`/api/subscriptions/${parked.id}`, { planCode: "enterprise", effective: "now" });
  await until("the change is parked", async () => (await it.api.get(`/api/subscriptions/${parked.id}`)).bills[1].invoice?.state === "parked");
  await it.page({}, async (page) => {
    await page.go(`/subscriptions/${parked.id}`);
    await page.getByRole("alert").getByText("An invoice waits for somebody").waitFor();
    await accessible(page);
    await page.keep("subscription-parked-1280-light");
    await it.api.post(`/api/clients/${parked.clientId}/restore`);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("list", { name: "Time line" }).getByRole("link", { name: /^INV-/ }).nth(1).waitFor();
  });
});

test("recurring revenue leads to who moved it, on any past day", { timeout: 180_000 }, async () => {
  await begin("Cedar Homes", "pro-yearly", { startAt: ago(60) });
  const gone = await begin("Dogwood Living", "pro", { startAt: ago(25) });
  await it.api.delete(`/api/subscriptions/${gone.id}?immediately=true&unused=keep`);
  await begin("Elm House", "pro", { trialDays: 14 });
  await it.page({}, async (page) => {
    await page.go("/subscriptions/revenue");
    await page.getByText("Paying clients").waitFor();
    await page.getByRole("button", { name: /^Churn.*−29\.00/ }).click();
    const behind = page.getByRole("list", { name: "Behind it: Churn" });
    await behind.getByText("Dogwood Living").waitFor();
    assert.equal(await behind.getByRole("listitem").count(), 1);
    await accessible(page);
    await page.keep("revenue-1280-light");
    const overTime = await pictures(page, "Export: Over time, USD");
    assert.deepEqual([overTime.words[0], overTime.words[2]], ["Monthly recurring revenue", "—Monthly recurring revenue"]);
    assert.match((await pictures(page, "Export: What moved it, USD")).words.join(" "), /Churn −29\.00/);
    await page.getByText("As a table").click();
    await page.getByRole("button", { name: /^Look at/ }).nth(30).click();
    await page.getByText(/At the end of/).waitFor();
    await page.getByText("24.17").first().waitFor();
    await page.goBack();
    await page.go("/subscriptions/revenue?movement=new");
    await page.getByRole("list", { name: "Behind it: New" }).getByRole("link", { name: "Cedar Homes" }).click();
    await heading(page, "Cedar Homes").waitFor();
    await page.go("/subscriptions?list=trialing");
    await page.getByText("Elm House").waitFor();
    await page.getByRole("searchbox", { name: "Search clients and plans" }).fill("cedar");
    await page.getByText("Nothing matches").or(page.getByRole("button", { name: /clear/i })).first().waitFor();
    await page.go("/subscriptions?q=cedar");
    await page.getByText("Cedar Homes").waitFor();
    await accessible(page);
    await page.keep("subscriptions-1280-light");
  });
});

test("the inbox says that Stripe is not connected, and settings are kept", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/subscriptions/stripe");
    await page.getByText("Stripe is not connected").waitFor();
    await page.getByText("Nothing from Stripe yet").waitFor();
    await page.getByText("What to tell Stripe").click();
    await page.getByText("/api/webhooks/stripe").waitFor();
    await accessible(page);
    await page.keep("stripe-1280-light");
    await page.go("/settings/subscriptions");
    await page.getByRole("radio", { name: /^Seconds/ }).click();
    await page.getByText("In seconds a change holds from its instant on.").waitFor();
    await accessible(page);
    await page.keep("subscription-settings-1280-light");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Settings saved").waitFor();
    assert.equal((await it.api.get("/api/subscription-settings")).unit, "second");
  });
});

for (const viewport of [phone, desktop])
  test(`subscriptions are for everybody, ${viewport.width} wide`, { timeout: 300_000 }, async () => {
    const some = (await it.api.get("/api/subscriptions?search=alder")).items[0];
    const pages = [
      ["subscriptions", "/subscriptions", "Alder House"], ["subscription-new", "/subscriptions/new?plan=pro", "Start subscription"], ["subscription", `/subscriptions/${some.id}`, "Time line"], ["subscription-change", `/subscriptions/${some.id}?open=change`, "Choose another plan"],
      ["offers", "/subscriptions/plans", "Enterprise"], ["offer", "/subscriptions/plans/pro", "Version 1"], ["offer-edit", "/subscriptions/plans/pro/edit", "Save new version"], ["revenue", "/subscriptions/revenue", "Paying clients"], ["stripe", "/subscriptions/stripe", "Stripe is not connected"],
      ["subscription-settings", "/settings/subscriptions", "Parts of a period"],
    ];
    await it.page({ viewport, touch: viewport === phone }, async (page) => {
      for (const [name, path, there] of pages) {
        await page.go(path);
        await page.getByText(there).first().waitFor();
        await forEverybody(page, `${name}-${viewport.width}`);
      }
    });
  });

test("all of it is there in German", { timeout: 180_000 }, async () => {
  await it.page({ language: "de-DE" }, async (page) => {
    for (const [path, there] of [["/subscriptions", "Abonnements"], ["/subscriptions/plans", "Tarife"], ["/subscriptions/revenue", "Wiederkehrender Umsatz"], ["/subscriptions/stripe", "Post von Stripe"]]) {
      await page.go(path);
      await heading(page, there).waitFor();
    }
    await page.go("/subscriptions/new?plan=pro");
    await page.getByRole("button", { name: "Abonnement beginnen" }).waitFor();
    await page.keep("subscription-new-1280-german");
  });
});
