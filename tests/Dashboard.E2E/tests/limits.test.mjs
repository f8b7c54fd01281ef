import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, fits, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
await it.api.post("/api/meters", { code: "traffic", name: "Traffic", unit: "GB", rule: { aggregation: "sum", groupBy: ["region"] } });
const client = (await it.api.post("/api/clients", { name: "Meadow Health" })).id;
const now = () => new Date().toISOString();
const send = (...events) => it.api.post("/api/usage/events", events.map((one) => ({ meter: "traffic", subject: client, at: now(), ...one })));

/** Finds a client by what is typed. */
const choose = async (page, within, name) => {
  await within.getByRole("combobox", { name: "Client" }).fill(name.slice(0, 5));
  await page.getByRole("option", { name }).click();
};

test("a back-fill takes a file, says what is wrong with each line, and is taken back as a whole", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/usage/backfills");
    await page.getByText("No back-fills yet").waitFor();
    await page.getByRole("button", { name: "New back-fill" }).click();
    const sheet = page.getByRole("dialog", { name: "New back-fill" });
    await sheet.getByLabel("Name").fill("March from the old system");
    await sheet.getByLabel("Note").fill("Exported by hand.");
    await sheet.getByRole("button", { name: "Open" }).click();
    await page.getByRole("heading", { name: "March from the old system" }).waitFor();
    const csv = "id,meter,subject,value,at,region\na,traffic,c1,1.5,2026-03-10T12:00:00Z,eu\n,traffic,c1,1,,\nb,none,c1,1,,\nc,traffic,c1,2,2026-03-11T12:00:00Z,us\n";
    await page.getByLabel("Choose a file").and(page.locator("input")).setInputFiles({ name: "march.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByText("2 taken, 0 known already, 2 not taken").waitFor();
    const bad = page.getByRole("region", { name: "Not taken" }).getByRole("row");
    assert.match(await bad.nth(1).innerText(), /^3\s.*id of its own/);
    assert.match(await bad.nth(2).innerText(), /^4\s+b\s.*no meter/);
    await page.getByRole("row").filter({ hasText: "Traffic" }).filter({ hasText: "3.5 GB" }).waitFor();
    await accessible(page);
    await page.keep("backfill-1280");
    await page.setViewportSize(phone);
    await fits(page);
    await accessible(page);
    await page.keep("backfill-360");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("button", { name: "Undo" }).click();
    const dialog = page.getByRole("dialog", { name: "Undo this back-fill?" });
    await dialog.getByText("All 2 events").waitFor();
    await dialog.getByLabel("Reason").fill("Wrong month");
    await accessible(page);
    await dialog.getByRole("button", { name: "Undo" }).click();
    await page.getByText("2 events were withdrawn. Reason: Wrong month").waitFor();
    await page.getByText("Undone", { exact: true }).waitFor();
    assert.equal((await it.api.get("/api/meters/traffic/usage?from=2026-03-01&to=2026-04-01")).items.length, 0);
  });
});

test("limits show how far each has come, and what was told", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/usage/limits");
    await page.getByText("No limits yet").waitFor();
    await page.getByRole("button", { name: "New limit" }).click();
    const sheet = page.getByRole("dialog", { name: "New limit" });
    await choose(page, sheet, "Meadow Health");
    await sheet.getByLabel("Meter").click();
    await page.getByRole("option", { name: /Traffic/ }).click();
    await sheet.getByLabel("Limit", { exact: true }).fill("100");
    await accessible(page);
    await sheet.getByRole("button", { name: "Set limit" }).click();
    await page.getByRole("meter", { name: "Meadow Health, traffic: 0 % of 100 GB" }).waitFor();
    await page.getByText("Room left").waitFor();
    await send({ id: "u1", value: 85 });
    await page.getByText("Nearly reached").waitFor({ timeout: 30_000 });
    await page.getByRole("listitem").filter({ hasText: "Meadow Health: 80 % of traffic (85 of 100)" }).waitFor({ timeout: 30_000 });
    await send({ id: "u2", value: 20 });
    await page.getByRole("listitem").filter({ hasText: "Meadow Health: 100 % of traffic (105 of 100)" }).waitFor({ timeout: 30_000 });
    await page.getByText("Reached", { exact: true }).waitFor({ timeout: 30_000 });
    await accessible(page);
    await page.keep("limits-1280");
    await page.getByRole("button", { name: "Change" }).click();
    await page.getByRole("dialog", { name: "Change" }).getByLabel("Limit", { exact: true }).fill("1000");
    await page.getByRole("dialog", { name: "Change" }).getByRole("button", { name: "Set limit" }).click();
    await page.getByRole("meter", { name: "Meadow Health, traffic: 10 % of 1,000 GB" }).waitFor();
  });
});

test("wallets and coupons are given to any of hundreds of clients, used and taken back", { timeout: 180_000 }, async () => {
  for (let n = 0; n < 210; n++) await it.api.post("/api/clients", { name: `Court ${String(n).padStart(3, "0")}` });
  await it.api.post("/api/clients", { name: "Zebra Court" }); // none of the first 200
  await it.page({}, async (page) => {
    await page.go("/usage/wallets");
    await page.getByRole("button", { name: "New wallet" }).click();
    const sheet = page.getByRole("dialog", { name: "New wallet" });
    await choose(page, sheet, "Zebra Court");
    await sheet.getByLabel("Name").fill("Prepaid");
    await accessible(page);
    await sheet.getByRole("button", { name: "Open wallet" }).click();
    await page.getByRole("heading", { name: "Prepaid" }).waitFor();
    await page.getByText("Zebra Court").waitFor();
    await page.getByRole("button", { name: "Top up" }).click();
    const topUp = page.getByRole("dialog", { name: "Top up this wallet" });
    await topUp.getByLabel("Amount").fill("100");
    await topUp.getByLabel("Reference").fill("order-1");
    await topUp.getByRole("button", { name: "Top up" }).click();
    await page.getByText("order-1").waitFor();
    await page.getByRole("button", { name: "Top-up rule" }).click();
    const rule = page.getByRole("dialog", { name: "Top-up rule" });
    await rule.getByLabel("When less is left than").fill("20");
    await rule.getByLabel("Top up by").fill("50");
    await rule.getByRole("button", { name: "Agree" }).click();
    await page.getByText(/Topped up by .*50.* when less than .*20.* is left/).waitFor();
    await accessible(page);
    await page.keep("wallet-1280");
    await page.getByRole("button", { name: "Void" }).click();
    const voiding = page.getByRole("dialog", { name: "Void this wallet?" });
    await voiding.getByLabel("Reason").fill("A mistake");
    await voiding.getByRole("button", { name: "Void" }).click();
    await page.getByText("Forfeited").waitFor();

    await page.go("/usage/coupons");
    await page.getByRole("button", { name: "New coupon" }).click();
    const offer = page.getByRole("dialog", { name: "New coupon" });
    await offer.getByLabel("Code").fill("spring");
    await offer.getByLabel("Name").fill("Spring");
    await offer.getByLabel("Share", { exact: true }).fill("12.5");
    await offer.getByRole("button", { name: "Offer coupon" }).click();
    await page.getByRole("heading", { name: "Spring" }).waitFor();
    await choose(page, page, "Zebra Court");
    await page.getByRole("button", { name: "Give to a client" }).click();
    await page.getByRole("listitem").filter({ hasText: "Zebra Court" }).waitFor();
    await accessible(page);
    await page.keep("coupon-1280");
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByRole("dialog", { name: "Withdraw this coupon?" }).getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("Withdrawn", { exact: true }).waitFor();
  });
});

test("usage is watched as it comes in, and a meter is edited and retired", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/usage/live");
    await send({ id: "live-1", value: 1, subject: "watched" });
    await page.getByRole("listitem").filter({ hasText: "live-1" }).waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByText("Paused").waitFor();
    await send({ id: "live-2", value: 1, subject: "watched" });
    await accessible(page);
    await page.keep("tail-1280");
    assert.equal(await page.getByText("live-2").count(), 0);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("listitem").filter({ hasText: "live-2" }).waitFor();
    await page.go("/usage/live?subject=watched");
    await page.getByRole("listitem").filter({ hasText: "live-2" }).waitFor();
    assert.equal(await page.getByText("u1", { exact: false }).count(), 0);

    await page.go("/usage?meter=traffic");
    await page.getByRole("button", { name: "Edit meter" }).click();
    const sheet = page.getByRole("dialog", { name: "Edit meter" });
    await sheet.getByLabel("Name").fill("Traffic out");
    await sheet.getByRole("combobox", { name: "Usage that comes in late" }).click();
    await page.getByRole("option", { name: /Wait for somebody/ }).click();
    await accessible(page);
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("Traffic out").first().waitFor();
    assert.deepEqual((await it.api.get("/api/meters/traffic")).late, { then: "hold", afterHours: 0 });
    await page.getByRole("button", { name: "Edit meter" }).click();
    await page.getByRole("dialog", { name: "Edit meter" }).getByRole("button", { name: "Retire" }).click();
    await page.getByRole("dialog", { name: "Retire Traffic out?" }).getByRole("button", { name: "Retire" }).click();
    await page.getByText("This meter is retired").waitFor();
  });
});

test("limits, wallets, coupons, back-fills and the live tail are for everybody, and in German", { timeout: 180_000 }, async (t) => {
  await it.page({ viewport: phone, language: "de-DE" }, async (page) => {
    for (const [path, title] of [["limits", "Limits"], ["wallets", "Guthaben"], ["coupons", "Gutscheine"], ["backfills", "Nachträge"], ["live", "Mitlesen"]])
      await t.test(path, async () => {
        await page.go(`/usage/${path}`);
        await page.getByRole("heading", { name: title, level: 1 }).waitFor();
        await page.locator("main li, main [role=status], main p").first().waitFor();
        await forEverybody(page, `usage-${path}-360`);
      });
  });
});
