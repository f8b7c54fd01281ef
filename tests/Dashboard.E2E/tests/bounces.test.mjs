import assert from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { desktop, phone } from "../harness/browser.mjs";
import { startMailServer } from "../harness/mailserver.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const server = await startMailServer();
after(() => server.stop());
const it = await story({ ...server.settings });
const client = await it.api.post("/api/clients", { name: "Meadow Health", emails: ["bills@meadow.example.test"], ccEmails: ["boss@meadow.example.test"] });
const invoice = await it.api.post(`/api/invoices/${(await it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Work", unitPrice: "100" }] })).id}/issue`, {});
const door = await it.api.post("/api/mail-bounces", {});

/** Sends the invoice, and tells as a provider does that it came back from a reader. */
async function comesBack(recipient) {
  const before = server.mails("bills@meadow.example.test").length;
  await it.api.post(`/api/invoices/${invoice.id}/send`, {});
  const mail = await until("the mail server took it", () => server.mails("bills@meadow.example.test")[before] ?? null);
  await until("the product knows that it went", async () => (await it.api.get(`/api/invoices/${invoice.id}/sendings`)).items[0].state === "sent");
  const body = JSON.stringify({ type: "mail.bounced", data: { messageId: mail.id, recipient, reason: "550 5.1.1 No such user", permanent: true } });
  const [id, at] = [randomUUID(), String(Math.floor(Date.now() / 1000))];
  const signature = createHmac("sha256", Buffer.from(door.secret.slice("whsec_".length), "base64")).update(`${id}.${at}.${body}`).digest("base64");
  const answer = await fetch(new URL(new URL(door.url).pathname, it.product.url), { method: "POST", body, headers: { "content-type": "application/json", "webhook-id": id, "webhook-timestamp": at, "webhook-signature": `v1,${signature}` } });
  assert.equal(answer.status, 204);
}

test("an address from which a mail came back is told in the list and at the client, until it is corrected or said to be right", { timeout: 240_000 }, async () => {
  await comesBack("boss@meadow.example.test");
  await it.page({ viewport: desktop }, async (page) => {
    await page.go("/clients");
    await page.getByRole("row").filter({ hasText: "Meadow Health" }).getByText("Mail came back").waitFor();
    await page.go("/clients?filter=bounced.is.no");
    await page.getByText("Meadow Health").waitFor({ state: "hidden" });
    await page.go("/clients?filter=bounced.is.yes");
    await page.getByText("Meadow Health").first().waitFor();
    await accessible(page);

    await page.go(`/clients/${client.id}`);
    const told = page.getByRole("region", { name: "Mails came back" });
    await told.getByText("boss@meadow.example.test").waitFor();
    await told.getByText("550 5.1.1 No such user").waitFor();
    await told.getByRole("link", { name: "To the invoice" }).waitFor();
    await page.keep("client-bounced-1280");
    await told.getByRole("button", { name: "The address is right: boss@meadow.example.test" }).click();
    await page.getByText("Mails go to boss@meadow.example.test as before").waitFor();
    await told.waitFor({ state: "detached" });
  });
  await comesBack("boss@meadow.example.test");
  await it.page({ viewport: desktop }, async (page) => {
    await page.go(`/clients/${client.id}`);
    await page.getByRole("link", { name: "Correct the address: boss@meadow.example.test" }).click();
    await page.getByRole("dialog").waitFor();
    await it.api.put(`/api/clients/${client.id}`, { ccEmails: ["chief@meadow.example.test"] });
    await page.go(`/clients/${client.id}`);
    await page.getByText("chief@meadow.example.test").first().waitFor();
    assert.equal(await page.getByRole("region", { name: "Mails came back" }).count(), 0);
  });
});

test("what came back is told to everybody", { timeout: 180_000 }, async () => {
  await comesBack("bills@meadow.example.test");
  for (const viewport of [desktop, phone])
    await it.page({ viewport, touch: viewport === phone }, async (page) => {
      await page.go(`/clients/${client.id}`);
      await page.getByRole("region", { name: "Mails came back" }).waitFor();
      await forEverybody(page, `client-bounced-${viewport.width}`);
    });
});
