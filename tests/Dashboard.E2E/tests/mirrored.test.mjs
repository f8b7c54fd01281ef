import assert from "node:assert/strict";
import { after, test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { startStripe } from "../harness/stripe.mjs";
import { until } from "../harness/until.mjs";

const stripe = await startStripe();
after(() => stripe.stop());
const it = await story(stripe.settings);
await stripe.tells(it.product.url);

const choice = (page, name) => page.getByRole("radiogroup", { name: "Who bills" }).getByText(name, { exact: true });
const save = (page) => page.getByRole("button", { name: "Save" }).click();

test("Stripe is chosen once nothing of ours goes on, and nothing is begun here from then on", { timeout: 240_000 }, async () => {
  await it.api.post("/api/plans/seed");
  const { id: clientId } = await it.api.post("/api/clients", { name: "Alder House" });
  const { id } = await it.api.post("/api/subscriptions", { clientId, planCode: "pro", trialDays: 0 });
  await it.page({ expected: [/status of 422.*api\/subscription-settings/] }, async (page) => {
    await page.go("/settings/subscriptions");
    await choice(page, "Stripe bills").click();
    await save(page);
    await page.getByText("1 subscription goes on that we bill.").waitFor();
    await it.api.delete(`/api/subscriptions/${id}?immediately=true`);
    await save(page);
    await page.getByText("Settings saved").waitFor();
    await accessible(page);
    await page.keep("who-bills-1280-light");
    await page.go("/subscriptions");
    await page.getByRole("link", { name: "Billed by Stripe" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "New subscription" }).count(), 0);
    await page.getByRole("link", { name: "Billed by Stripe" }).click();
    await page.getByText("Nothing that Stripe bills").waitFor();
    await accessible(page);
  });
});

test("what Stripe bills is listed, mapped to a plan, and its invoice is left to Stripe", { timeout: 240_000 }, async () => {
  const price = await stripe.call("prices", { currency: "usd", unit_amount: "2900", "recurring[interval]": "month", "product_data[name]": "Pro" });
  const customer = await stripe.call("customers", { name: "Harbour Care", payment_method: "pm_card_visa" });
  const subscription = await stripe.call("subscriptions", { customer: customer.id, "items[0][price]": price.id, "items[0][quantity]": "2" });
  await until("it is shown", async () => (await it.api.get("/api/mirrored-subscriptions")).items[0]?.status === "active");
  const { id } = await until("its invoice is paid", async () => (await it.api.get("/api/invoices")).items.find((one) => one.mirror?.outsideId === subscription.latest_invoice && one.state === "paid"));
  await it.page({}, async (page) => {
    await page.go("/subscriptions/mirrored");
    await page.getByText("Harbour Care").first().waitFor();
    await page.getByText("58.00").first().waitFor();
    await page.getByRole("gridcell", { name: "Of no plan" }).or(page.getByRole("cell", { name: "Of no plan" })).first().waitFor();
    assert.equal(await page.getByRole("link", { name: subscription.id }).getAttribute("href"), `https://dashboard.stripe.com/test/subscriptions/${subscription.id}`);
    await accessible(page);
    await page.keep("mirrored-1280-light");

    await page.go("/subscriptions/plans/pro");
    await page.getByLabel("Prices at Stripe").fill(price.id);
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await page.getByText("Linked with Stripe").waitFor();
    await accessible(page);
    await page.keep("plan-linked-1280-light");
    await page.go("/subscriptions/mirrored?list=unmapped");
    await page.getByText("Nothing in this view").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByText("Pro", { exact: true }).first().waitFor();

    await page.go("/invoices");
    await page.getByText("Billed by Stripe").first().waitFor();
    await page.go(`/invoices/${id}`);
    await page.getByText("This invoice was issued by Stripe.").waitFor();
    await page.getByRole("link", { name: "At Stripe" }).waitFor();
    for (const name of ["Send", "Record payment", "PDF"]) assert.equal(await page.getByRole("button", { name }).count(), 0, name);
    await accessible(page);
    await page.keep("mirrored-invoice-1280-light");
  });
  await it.page({ viewport: phone, touch: true, theme: "dark" }, async (page) => {
    for (const [path, text, name] of [["/subscriptions/mirrored", "Harbour Care", "mirrored"], [`/invoices/${id}`, "This invoice was issued by Stripe.", "mirrored-invoice"], ["/settings/subscriptions", "Stripe bills", "who-bills"]]) {
      await page.go(path);
      await page.getByText(text).first().waitFor();
      await accessible(page);
      await fits(page);
      await page.keep(`${name}-360-dark`);
    }
  });
});
