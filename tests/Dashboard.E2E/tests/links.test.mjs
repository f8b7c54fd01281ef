import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { desktop, phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story({ Payments__TestCards: "everybody" });
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const pathOf = (url) => new URL(url).pathname;
await it.api.post("/api/plans/seed");
const checkout = async (more = {}) => pathOf((await it.api.post("/api/checkout-sessions", { planCode: "pro", successUrl: "https://example.test/thanks", cancelUrl: "https://example.test/plans", ...more })).url);
const portal = async (clientId) => pathOf((await it.api.post("/api/portal-sessions", { clientId, returnUrl: "https://example.test/account" })).url);
/** A client with a subscription that is paid by card, and an invoice. */
const subscribed = async (name, more = {}) => {
  const client = await it.api.post("/api/clients", { name, ...more });
  await it.api.post(`/api/clients/${client.id}/payment-methods`, { token: "pm_card_visa" });
  const subscription = await it.api.post("/api/subscriptions", { clientId: client.id, planCode: "pro", trialDays: 0 });
  await until("it is paid", async () => (await it.api.get(`/api/invoices?clientId=${client.id}`)).items[0]?.state === "paid");
  return { client: client.id, subscription: subscription.id };
};

test("somebody new subscribes by a link that a member made", { timeout: 240_000 }, async () => {
  let path;
  await it.page({}, async (page) => {
    await page.go("/subscriptions/checkouts");
    await page.getByText("No checkout links").waitFor();
    await page.getByRole("button", { name: "Checkout link…" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Checkout link" });
    await dialog.getByRole("button", { name: "Make the link" }).click();
    await dialog.getByText("Choose a plan.").waitFor();
    await dialog.getByRole("combobox", { name: "Plan" }).click();
    await page.getByRole("option", { name: "Pro", exact: true }).click();
    await dialog.getByRole("textbox", { name: "Where they go on", exact: true }).fill("https://example.test/thanks");
    await accessible(page);
    await page.keep("checkout-dialog-1280-light");
    await dialog.getByRole("button", { name: "Make the link" }).click();
    path = pathOf(await dialog.getByRole("textbox", { name: "Address" }).inputValue());
    await accessible(page);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await page.getByText("Somebody new").waitFor();
    await accessible(page);
    await page.keep("checkouts-1280-light");
  });
  // A browser notes in its console what was refused.
  await it.page({ as: null, expected: [/status of 422/] }, async (page) => {
    await page.go(path);
    await heading(page, "Pro").waitFor();
    await page.getByText("Test mode: no money is taken.").waitFor();
    await page.getByRole("textbox", { name: "Coupon" }).fill("NONE");
    await page.getByRole("textbox", { name: "Name or company" }).fill("Juniper <b>Clinic</b>");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("alert").getByText("There is no such coupon.").waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Name or company" }).inputValue(), "Juniper <b>Clinic</b>");
    await page.getByRole("textbox", { name: "Coupon" }).fill("");
    await page.getByRole("textbox", { name: "E-mail for invoices" }).fill("bills@juniper.example.test");
    await page.getByRole("radio", { name: /0002/ }).check();
    await page.getByRole("button", { name: "Subscribe" }).click();
    await page.getByRole("alert").getByText("The bank declined this card.").waitFor();
    await accessible(page);
    await page.getByRole("radio", { name: /4242/ }).check();
    await page.getByRole("button", { name: "Subscribe" }).click();
    await heading(page, "Thank you, you are subscribed").waitFor();
    assert.equal(await page.getByRole("link", { name: "Continue" }).getAttribute("href"), "https://example.test/thanks");
    await accessible(page);
    await page.keep("checkout-done-1280-light");
    await page.reload();
    await heading(page, "Thank you, you are subscribed").waitFor();
  });
  const [made, ...others] = (await it.api.get("/api/subscriptions?search=juniper")).items;
  assert.deepEqual([made.plan, others.length], ["pro", 0]);
  await it.page({}, async (page) => {
    await page.go("/subscriptions/checkouts?list=completed");
    await page.getByText("Juniper <b>Clinic</b>").waitFor();
  });
});

test("a client looks after what it has, as far as the settings let it", { timeout: 240_000 }, async () => {
  const { client, subscription } = await subscribed("Larch House");
  let path;
  await it.page({}, async (page) => {
    await page.go("/settings/subscriptions");
    await page.getByRole("radio", { name: /^At once, too/ }).click();
    await page.getByRole("checkbox", { name: "Pro", exact: true }).click();
    await page.getByRole("checkbox", { name: "Enterprise" }).click();
    await accessible(page);
    await page.keep("subscription-settings-portal-1280-light");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Settings saved").waitFor();
    await page.go(`/clients/${client}`);
    await page.getByRole("link", { name: "Portal link" }).click();
    const dialog = page.getByRole("dialog", { name: "Portal link" });
    await dialog.getByRole("textbox", { name: "Where they go on" }).fill("https://example.test/account");
    await accessible(page);
    await dialog.getByRole("button", { name: "Make the link" }).click();
    path = pathOf(await dialog.getByRole("textbox", { name: "Address" }).inputValue());
  });
  await it.page({ as: null }, async (page) => {
    await page.go(path);
    await page.getByText("Renews on").waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^INV-/ }).click()]);
    assert.match(file.suggestedFilename(), /\.pdf$/);
    await page.getByRole("button", { name: "Cancel with the period" }).click();
    await page.getByText("Ends on").waitFor();
    await page.getByRole("button", { name: "Go on after all" }).click();
    await page.getByText("Renews on").waitFor();
    await page.getByText("Change plan or seats").click();
    await page.getByRole("combobox", { name: "Change to" }).selectOption({ label: (await page.getByRole("option", { name: /^Enterprise/ }).textContent()).trim() });
    await page.getByRole("button", { name: "See what it comes to" }).click();
    await page.getByRole("status").getByText("Due today").waitFor();
    await accessible(page);
    await page.keep("portal-change-1280-light");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.locator("b", { hasText: "Enterprise" }).waitFor();
    await page.getByText("Add a card").click();
    await page.getByRole("radio", { name: /4444/ }).check();
    await page.getByRole("button", { name: "Add this card" }).click();
    await page.getByText("Mastercard … 4444").first().waitFor();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("End at once…").click();
    await accessible(page);
    await page.getByRole("button", { name: "End it now" }).click();
    await page.getByText("Ended", { exact: true }).waitFor();
  });
  assert.equal((await it.api.get(`/api/subscriptions/${subscription}`)).plan, "enterprise");
});

for (const theme of ["light", "dark"])
  test(`pages of links are for everybody, ${theme}`, { timeout: 240_000 }, async () => {
    const { client } = await subscribed(`Maple Rooms ${theme}`);
    const pages = [["checkout", await checkout({ trialDays: 14 }), "Your details"], ["checkout-client", await checkout({ planCode: "enterprise", clientId: (await it.api.post("/api/clients", { name: `Nutmeg ${theme}` })).id, trialDays: 0 }), "Test mode"], ["portal", await portal(client), "Renews on"]];
    for (const [width, options] of [["360", { viewport: phone, touch: true }], ["1280", { viewport: desktop }]])
      await it.page({ theme, as: null, ...options }, async (page) => {
        for (const [name, path, there] of pages) {
          await page.go(path);
          await page.getByText(there).first().waitFor();
          for (const more of await page.locator("summary").all()) await more.click();
          await accessible(page);
          await fits(page);
          await page.keep(`${name}-${width}-${theme}`);
        }
      });
  });

test("both speak the client's language, and a strange link says nothing", { timeout: 120_000 }, async () => {
  const { client } = await subscribed("Olive Praxis", { language: "de" });
  await it.page({ as: null }, async (page) => {
    await page.go(await portal(client));
    await heading(page, "Ihre Abonnements").waitFor();
    await page.go(await checkout({ newClient: { language: "de" } }));
    await page.getByRole("button", { name: "Kostenpflichtig abonnieren" }).waitFor();
  });
  for (const path of ["/c/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/portal/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]) {
    const answer = await fetch(`${it.product.url}${path}`);
    assert.deepEqual([answer.status, answer.headers.get("referrer-policy"), answer.headers.get("cache-control")], [404, "no-referrer", "no-store"]);
  }
});
