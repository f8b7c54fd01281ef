import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const secret = "whsec_of_this_test";
const it = await story({ Stripe__WebhookSecret: secret });

/** Stripe tells of something, signed as it does. */
async function tell(id, type, object) {
  const at = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({ id, object: "event", type, created: at, api_version: null, data: { object } });
  const signature = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");
  const answer = await fetch(`${it.product.url}/api/webhooks/stripe`, { method: "POST", body, headers: { "Content-Type": "application/json", "Stripe-Signature": `t=${at},v1=${signature}` } });
  assert.equal(answer.status, 200, await answer.text());
}

test("what Stripe tells is listed with what became of it, opened, and handled again", { timeout: 180_000 }, async () => {
  await tell("evt_paid", "invoice.paid", { id: "in_1", object: "invoice", status: "paid", currency: "eur", amount_due: 2900, amount_paid: 2900, customer: "cus_1" });
  await tell("evt_other", "radar.early_fraud_warning.created", { id: "issfr_1", object: "radar.early_fraud_warning" });
  await until("both are handled", async () => (await it.api.get("/api/stripe/events?waiting=false")).items.length === 2);
  await it.page({}, async (page) => {
    await page.go("/subscriptions/stripe");
    await page.getByText("Stripe may tell, but is never asked").waitFor();
    await page.getByText("invoice.paid", { exact: true }).first().waitFor();
    await page.getByText("radar.early_fraud_warning.created", { exact: true }).first().waitFor();
    await accessible(page);
    await page.keep("stripe-events-1280-light");
    await page.getByRole("tab", { name: "Ignored" }).click();
    await page.getByText("invoice.paid", { exact: true }).first().waitFor({ state: "detached" });
    await page.go("/subscriptions/stripe?q=in_1");
    await page.getByText("invoice.paid", { exact: true }).first().waitFor();
    assert.equal(await page.getByText("radar.early_fraud_warning.created", { exact: true }).count(), 0);
    await page.go("/subscriptions/stripe?event=evt_paid");
    const sheet = page.getByRole("dialog", { name: "invoice.paid" });
    await sheet.getByText('"amount_paid": 2900').waitFor();
    await accessible(page);
    await page.keep("stripe-event-1280-light");
    await sheet.getByRole("button", { name: "Handle again" }).click();
    await page.getByText("It is being handled again").waitFor();
    await until("it is known by now", async () => (await it.api.get("/api/stripe/events/evt_paid")).event.outcome === "known");
  });
  await it.page({ viewport: phone, touch: true, theme: "dark" }, async (page) => {
    await page.go("/subscriptions/stripe");
    await page.getByText("in_1").first().waitFor();
    await accessible(page);
    await fits(page);
    await page.keep("stripe-events-360-dark");
  });
});
