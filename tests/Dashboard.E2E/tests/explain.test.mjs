import { test } from "node:test";
import { forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { story } from "../harness/story.mjs";
import { opened } from "../harness/tree.mjs";

const it = await story();
const usd = (amount) => ({ amount, currency: "USD" });
const client = await it.api.post("/api/clients", { name: "Meadow Health", currency: "USD" });
const wallet = await it.api.post("/api/wallets", { clientId: client.id, name: "Prepaid", currency: "USD" });
await it.api.post(`/api/wallets/${wallet.id}/top-ups`, { source: "order-1", amount: usd("100.00") });
await it.api.post(`/api/wallets/${wallet.id}/uses`, { source: "line-1", amount: usd("30.50") });
const draft = await it.api.post("/api/invoices", { clientId: client.id, lines: [{ description: "Work", quantity: "1.337", unitPrice: "79.99", taxes: [{ name: "VAT", rate: "19" }] }], discount: { percent: "12.5" } });
const invoice = await it.api.post(`/api/invoices/${draft.id}/issue`, {});
await it.api.post("/api/payments", { clientId: client.id, reference: "Transfer 7", amount: usd("20.00") });

test("the keyboard alone goes from an amount down to what happened, and into its past", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    const keys = await keyboardOnly(page);
    await page.go(`/invoices/${invoice.id}`);
    await page.getByRole("article").getByRole("button", { name: /How it came about/ }).waitFor();
    await keys.tabTo("the amount of the line", (now) => /106\.95[\s\S]*How it came about/.test(now.name));
    await keys.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Quantity × price of one: 1.337 × 79.99 USD").first().waitFor();
    await keys.tabTo("the price", (now) => now.tag === "SUMMARY" && now.name.startsWith("Price"));
    await keys.press("Enter");
    await sheet.getByText("106.94663").waitFor();
    await keys.tabTo("the event", (now) => /Invoice lines written/.test(now.name));
    await keys.press("Enter");
    await sheet.getByRole("button", { name: "Back to the amount" }).waitFor();
    await sheet.getByRole("heading", { name: "As it was" }).waitFor();
    await keys.tabTo("the way back", (now) => now.name === "Back to the amount");
    await keys.press("Enter");
    await sheet.getByText("Quantity × price of one: 1.337 × 79.99 USD").first().waitFor();
    await keys.press("Escape");
    await sheet.waitFor({ state: "detached" });
    await keys.neverMouse();
  });
});

test("outstanding is the total less what came in, and each part opens", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go(`/invoices/${invoice.id}?open=trace`);
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Transfer 7").waitFor();
    await opened(sheet, "text=/12.5 % × 106.95 USD/");
    await sheet.getByText("Rounding").first().waitFor();
    await forEverybody(page, "explain-1280");
    await page.setViewportSize(phone);
    await forEverybody(page, "explain-360");
  });
});

test("balances, wallets and open invoices say how they came about, in German, too", { timeout: 240_000 }, async () => {
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    for (const [path, amount, says] of [[`/usage/wallets/${wallet.id}`, /69,50/, "Vom Guthabenkonto bezahlt"], [`/clients/${client.id}`, /Wie es dazu kam/, "Zahlung"], ["/", /Wie es dazu kam/, "Rechnung"]]) {
      await page.go(path);
      await page.getByRole("main").getByRole("button", { name: amount }).first().tap();
      const sheet = page.getByRole("dialog");
      await sheet.getByText(says, { exact: true }).first().waitFor();
      await forEverybody(page, `explain-${path.split("/")[1] || "overview"}-360-de`);
    }
  });
});
