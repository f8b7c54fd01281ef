import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { pictures } from "../harness/pictures.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const send = (events) => it.api.post("/api/usage/events", events);

test("a meter is defined, programs send usage, and an amount opens down to its events", { timeout: 180_000 }, async () => {
  await it.page({ expected: [/status of 422.*api\/meters/] }, async (page) => {
    await page.go("/usage?from=2026-03-01&through=2026-03-31");
    await page.getByText("Nothing is measured yet").waitFor();
    await page.getByRole("button", { name: "New meter" }).click();
    const sheet = page.getByRole("dialog", { name: "New meter" });
    await sheet.getByLabel("Code").fill("Traffic");
    await sheet.getByRole("button", { name: "Define meter" }).click();
    await sheet.getByRole("alert").waitFor();
    await sheet.getByLabel("Code").fill("traffic");
    await sheet.getByLabel("Name").fill("Traffic");
    await sheet.getByLabel("Unit").fill("GB");
    await sheet.getByLabel("Tell apart by").fill("region");
    await sheet.getByRole("combobox", { name: "Usage that comes in late" }).click();
    await page.getByRole("option", { name: /Freeze/ }).click();
    await sheet.getByLabel("Hours after the end of a period").fill("0");
    await sheet.getByRole("button", { name: "Define meter" }).click();
    await sheet.getByText("Usage is frozen 1 to 8760 hours after").waitFor();
    await sheet.getByLabel("Hours after the end of a period").fill("48");
    await sheet.getByRole("button", { name: "Define meter" }).click();
    await page.getByText("No usage in this time.").waitFor();

    assert.deepEqual((await it.api.get("/api/meters/traffic")).late, { then: "freeze", afterHours: 48 });

    const taken = await send([
      { id: "a", meter: "traffic", subject: "client-1", value: "1.5", at: "2026-03-10T08:00:00Z", properties: { region: "eu" } },
      { id: "b", meter: "traffic", subject: "client-2", value: 2, at: "2026-03-10T09:30:00Z" },
      { id: "c", meter: "traffic", subject: "client-1", value: 4, at: "2026-03-20T23:59:59Z" },
      { id: "d", meter: "traffic", subject: "client-1", value: 5, at: "2026-02-20T00:00:00Z" },
    ]);
    assert.equal(taken.accepted, 4);
    await page.reload();
    await page.getByRole("img", { name: "Usage of Traffic by Day: 2 windows, the most 4 GB at 03/20/2026." }).waitFor();
    assert.deepEqual((await pictures(page, "Export: Usage over time")).words.slice(0, 4), ["Usage over time", "Traffic · GB · Day · 03/10/2026 – 03/20/2026", "■Traffic", "4 GB"]);
    const figure = (name) => page.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd[1]");
    assert.equal(await figure("Total").innerText(), "7.5 GB");
    assert.equal(await figure("Before").innerText(), "5 GB");
    await page.getByText("50 % more than before").waitFor();

    await page.getByRole("button", { name: "Show the events of 03/10/2026" }).click();
    const events = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Withdraw" }) });
    await events.first().waitFor();
    assert.equal(await events.count(), 2);
    await events.filter({ hasText: "region=eu" }).getByRole("button", { name: "Withdraw" }).click();
    const dialog = page.getByRole("dialog", { name: "Withdraw this event?" });
    await dialog.getByLabel("Reason").fill("Sent by a test");
    await accessible(page);
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("6 GB").first().waitFor();
    await events.filter({ hasText: "region=eu" }).waitFor({ state: "detached" });

    await page.getByRole("button", { name: /^client-2/ }).click();
    await page.waitForURL(/subject=client-2/);
    await page.getByText("2 GB").first().waitFor();
  });
});

test("usage is for everybody", { timeout: 120_000 }, async () => {
  await it.page({ viewport: phone }, async (page) => {
    await page.go("/usage?meter=traffic&from=2026-03-01&through=2026-03-31");
    await page.getByRole("img", { name: /^Usage of Traffic/ }).waitFor();
    await forEverybody(page, "usage-360");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("button", { name: "Show the events of 03/20/2026" }).click();
    await page.getByText("client-1").last().waitFor();
    await forEverybody(page, "usage-1280");
  });
});
