import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

/** An address of one's own, which remembers what it was told. */
const heard = [];
const place = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  heard.push(JSON.parse(body));
  response.writeHead(200).end();
});
await new Promise((ready) => place.listen(0, "127.0.0.1", ready));
after(() => place.close());
const address = `http://127.0.0.1:${place.address().port}/told-me`;

const it = await story({ Egress__AllowedNetworks: "127.0.0.0/8" });

/** A budget that is spent: everybody who may see it is told. */
async function spend(name) {
  const accounts = await it.api.get("/api/ai/accounts");
  const account = accounts.items[0] ?? (await it.api.post("/api/ai/accounts", { provider: "own", name: "Basement" }));
  await it.api.post("/api/ai/budgets", { name, amount: { amount: "100", currency: "EUR" }, thresholds: [{ at: "50", level: "emergency" }] });
  await it.api.post("/api/ai/usage/manual", { account: account.id, date: new Date().toISOString().slice(0, 10), cost: { amount: "60", currency: "EUR" } });
}

test("the bell rings by itself, and what is followed is read", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/");
    await page.getByRole("button", { name: "Notifications", exact: true }).click();
    const panel = page.getByRole("dialog", { name: "Notifications" });
    await panel.getByText("Nothing to tell").waitFor();
    await page.keyboard.press("Escape");
    await spend("Models");
    const bell = page.getByRole("button", { name: "Notifications, 1 unread" });
    await bell.waitFor(); // nobody has loaded the page anew
    await bell.focus();
    await page.keyboard.press("Enter");
    await panel.getByText("Models: 50% is spent").waitFor();
    await forEverybody(page, "notifications-bell-1280");
    await panel.getByRole("link", { name: /Models: 50% is spent/ }).click();
    await page.getByRole("heading", { name: "AI budgets", level: 1 }).waitFor();
    await page.getByRole("button", { name: "Notifications", exact: true }).waitFor();

    await spend("Pictures");
    await page.getByRole("button", { name: "Notifications, 1 unread" }).waitFor();
    await page.go("/notifications?show=unread");
    const list = page.getByRole("list", { name: "Notifications" });
    await list.getByText("Pictures: 50% is spent").waitFor();
    assert.equal(await list.getByRole("listitem").count(), 1);
    await page.setViewportSize(phone);
    await forEverybody(page, "notifications-360");
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await page.getByText("All read").waitFor();
  });
});

test("a person says how to be told, and is", { timeout: 240_000 }, async () => {
  await it.page({ expected: [/status of 422.*\/api\/notification-channels\/slack/] }, async (page) => {
    await page.go("/settings/notifications");
    await page.getByLabel("Slack", { exact: true }).fill("https://slack.example.test/services/1");
    await page.getByRole("button", { name: "Connect Slack" }).click();
    await page.getByRole("alert").first().waitFor();
    await page.getByLabel("Own address", { exact: true }).first().fill(address);
    await page.getByRole("button", { name: "Connect Own address" }).click();
    await page.getByText("127.0.0.1/…").waitFor();
    await page.getByRole("button", { name: "Send a test: Own address" }).click();
    await until("the test arrives", () => heard[0]);
    assert.match(heard[0].title, /test/i);

    const budgets = page.getByRole("group", { name: "Budgets" });
    await budgets.getByLabel("Own address").selectOption("Only urgent");
    await page.getByRole("switch", { name: /Leave me alone/ }).click();
    await page.getByLabel("From", { exact: true }).fill("21:30");
    await page.getByLabel("Mails", { exact: true }).selectOption("Once a week");
    await forEverybody(page, "notifications-preferences-1280");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved").first().waitFor();
    await page.reload();
    assert.equal(await budgets.getByLabel("Own address").inputValue(), "high");
    assert.equal(await page.getByLabel("From", { exact: true }).inputValue(), "21:30");
    assert.equal(await page.getByLabel("Day", { exact: true }).inputValue(), "monday");
    await page.setViewportSize(phone);
    await forEverybody(page, "notifications-preferences-360");

    await spend("Voices"); // an emergency comes at quiet hours, too
    await until("the budget is told there", () => heard.find((one) => one.title.startsWith("Voices")));
    await page.getByRole("button", { name: "Remove Own address" }).click();
    await page.getByRole("button", { name: "Connect Own address" }).waitFor();
  });
});
