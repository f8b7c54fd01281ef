import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

/** A program that is told: it answers 500 while it is ill, 200 otherwise, and remembers what came. */
const heard = [];
let ill = false;
const program = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  heard.push({ headers: request.headers, body });
  response.writeHead(ill ? 500 : 200, { "Content-Type": "text/plain" }).end(ill ? "<b>out of paper</b>" : "thanks");
});
await new Promise((ready) => program.listen(0, "127.0.0.1", ready));
after(() => program.close());
const address = `http://127.0.0.1:${program.address().port}/told`;

const it = await story({ Egress__AllowedNetworks: "127.0.0.0/8" });

const signed = (secret, { headers, body }) =>
  `v1,${createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64")).update(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`).digest("base64")}`;

test("a program is told of what happens, signed, and what failed is sent again", { timeout: 240_000 }, async () => {
  await it.page({ expected: [/status of 4\d\d.*\/api\/webhook-endpoints/] }, async (page) => {
    await page.go("/webhooks");
    await forEverybody(page, "webhooks-none-1280");
    await page.getByRole("button", { name: "New webhook" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Name", { exact: true }).fill("Bookkeeping");
    await form.getByLabel("Address", { exact: true }).fill("http://198.51.100.7:1/");
    await form.getByLabel("Events", { exact: true }).fill("invoicing.client_*\ninvoicing.invoice_issued");
    await form.getByRole("button", { name: "Create webhook" }).click();
    await form.getByRole("alert").first().waitFor();
    await form.getByLabel("Address", { exact: true }).fill(address);
    await forEverybody(page, "webhooks-form-1280");
    await form.getByRole("button", { name: "Create webhook" }).click();
    const secret = await page.locator("[data-secret]").innerText();
    assert.match(secret, /^whsec_/);
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await page.getByRole("heading", { name: "Bookkeeping", level: 1 }).waitFor();

    await it.api.post("/api/clients", { name: "Meadow Health" });
    const first = await until("the program is told", () => heard[0]);
    assert.equal(first.headers["webhook-signature"], signed(secret, first));
    assert.equal(JSON.parse(first.body).type, "invoicing.client_added");
    const deliveries = page.getByRole("list", { name: "Deliveries" });
    await page.reload();
    await deliveries.getByText("Delivered").first().waitFor();

    ill = true;
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByText(/The address answered 500|The test failed/).first().waitFor();
    await deliveries.getByRole("link", { name: /webhook_test/ }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("<b>out of paper</b>").waitFor();
    await forEverybody(page, "webhooks-delivery-1280");
    await page.keyboard.press("Escape");
    ill = false;
    await page.setViewportSize(phone);
    await page.reload(); // what failed is told no more
    await deliveries.getByText("Given up").first().waitFor();
    await forEverybody(page, "webhooks-one-360");
    await page.go("/webhooks");
    await page.getByRole("link", { name: /Bookkeeping/ }).waitFor();
    await forEverybody(page, "webhooks-360");
  });
});
