import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const day = (offset, at = new Date()) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset, 15, 12)).toISOString();
const month = (offset, at = new Date()) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset, 1)).toISOString().slice(0, 10);
const send = (id, subject, value, offset) => it.api.post("/api/usage/events", [{ id, meter: "calls", subject, value, at: day(offset) }]);

test("a plan is defined and given to a client, last month is billed, and what came in late waits for somebody", { timeout: 300_000 }, async () => {
  await it.api.post("/api/meters", { code: "calls", name: "API calls", unit: "calls", rule: { aggregation: "sum" }, late: { then: "hold" } });
  const client = await it.api.post("/api/clients", { name: "Meadow Health" });
  await send("a", client.id, 1000, -1);

  await it.page({ expected: [/status of 400.*api\/usage-plans/] }, async (page) => {
    await page.go("/usage/plans");
    await page.getByText("No plan yet").waitFor();
    await page.getByRole("link", { name: "New plan" }).click();
    await page.getByLabel("Code").fill("pro");
    await page.getByRole("button", { name: "Define plan" }).click();
    await page.getByRole("alert").filter({ hasText: "Something is missing or wrong" }).waitFor();
    await page.getByLabel("Name", { exact: true }).fill("Pro");
    await page.getByLabel("Name on the invoice").fill("API calls");
    await page.getByLabel("Price of one").fill("0.02");
    await page.getByRole("button", { name: "Add limit" }).click();
    await accessible(page);
    await page.keep("plan-new-1280-light");
    await page.getByRole("button", { name: "Define plan" }).click();
    await page.getByText("Nobody has this plan yet.").waitFor();

    await page.getByRole("button", { name: "Give to a client" }).click();
    const sheet = page.getByRole("dialog", { name: "Give to a client" });
    await sheet.getByRole("combobox", { name: "Client" }).fill("Mead");
    await page.getByRole("option", { name: "Meadow Health" }).click();
    await sheet.getByRole("button", { name: "Give to a client" }).click();
    await page.getByRole("list", { name: "Clients" }).getByText("Meadow Health").waitFor();
  });
  // From the screen it holds from this month on; what was used last month needs an earlier day.
  const having = await it.api.get("/api/usage-plans/pro/clients");
  assert.equal(having.items[0].from, month(0));
  await it.api.post("/api/usage-plans/pro/clients", { clientId: client.id, from: month(-1), through: new Date(Date.parse(month(0)) - 86_400_000).toISOString().slice(0, 10) });

  await it.page({}, async (page) => {
    await page.go("/usage/bills");
    const preview = page.getByRole("list", { name: "Would be billed" });
    await preview.getByText("Meadow Health").waitFor();
    await preview.getByText("Meadow Health").click();
    await preview.getByText("× 1,000").waitFor();
    await accessible(page);
    await page.keep("usage-bill-1280-light");
    await page.getByRole("button", { name: "Bill 1 period" }).click();
    await page.getByRole("list", { name: "Billed" }).getByText("Meadow Health").waitFor();
    await page.getByText("Nothing to bill").waitFor();

    await send("late", client.id, 500, -1);
    await page.reload();
    await page.getByRole("button", { name: "Bill 1 period" }).click();
    await page.getByRole("button", { name: "Accept for Meadow Health" }).click();
    await page.getByText("Billed on the next invoice").waitFor();
    await page.getByRole("list", { name: "Billed" }).getByText("2 steps").waitFor();

    await page.getByRole("list", { name: "Billed" }).getByRole("button", { name: /Meadow Health/ }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Usage events" }).click();
    await sheet.getByRole("list", { name: "Usage events" }).getByText("late").waitFor();
    await accessible(page);
    await page.keep("usage-bill-events-1280-light");
  });
});

test("a charge of a plan is for usage of one kind only", { timeout: 180_000 }, async () => {
  await it.api.post("/api/meters", { code: "storage", name: "Storage", unit: "GB", rule: { aggregation: "sum", groupBy: ["region", "tier"] } });
  await it.page({}, async (page) => {
    await page.go("/usage/plans");
    await page.getByRole("link", { name: "New plan" }).click();
    await page.getByLabel("Code").fill("stored");
    await page.getByLabel("Name", { exact: true }).fill("Stored");
    await page.getByLabel("Name on the invoice").fill("Storage in the EU");
    await page.getByRole("combobox", { name: "Meter" }).click();
    await page.getByRole("option", { name: /Storage/ }).click();
    await page.getByLabel("Only where region is").fill("eu");
    await page.getByLabel("Only where tier is").fill("cold");
    await page.getByRole("combobox", { name: "A line for each" }).click();
    await page.getByRole("option", { name: "tier" }).click();
    assert.equal(await page.getByLabel("Only where tier is").count(), 0);
    await page.getByLabel("Price of one").fill("0.02");
    await accessible(page);
    await page.getByRole("button", { name: "Define plan" }).click();
    await page.getByText("Nobody has this plan yet.").waitFor();
    const { terms } = await it.api.get("/api/usage-plans/stored");
    assert.deepEqual([terms.charges[0].where, terms.charges[0].by], [{ region: "eu" }, "tier"]);
    await page.getByLabel("Only where region is").fill("");
    await page.getByRole("button", { name: "Save for periods to come" }).click();
    await until("the next version is for all regions", async () => JSON.stringify((await it.api.get("/api/usage-plans/stored")).versions.at(-1).terms.charges[0].where) === "{}");
  });
});

test("another price is tried over what was used, and nothing changes", { timeout: 180_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go(`/usage/what-if?plan=pro&from=${month(-1)}`);
    const table = page.getByRole("table", { name: "Side by side" });
    await table.getByText("Meadow Health").waitFor();
    assert.deepEqual((await table.getByRole("cell").allInnerTexts()).slice(0, 2), ["30.00USD", "30.00USD"]);
    await page.getByRole("button", { name: "Try other terms" }).click();
    await page.getByLabel("Price of one").fill("0.01");
    await page.getByRole("button", { name: "Compare" }).click();
    await table.getByRole("cell").nth(1).filter({ hasText: "15.00" }).waitFor();
    await accessible(page);
    await page.keep("what-if-1280-light");
  });
  assert.equal((await it.api.get("/api/usage/bills")).items.length, 1);
});

test("plans, bills and what-if are for everybody", { timeout: 240_000 }, async (t) => {
  await it.page({ viewport: phone }, async (page) => {
    for (const [name, path, there] of [["plans", "/usage/plans", "pro"], ["plan", "/usage/plans/pro", "Save for periods to come"], ["usage-bills", "/usage/bills", "2 steps"], ["what-if", `/usage/what-if?plan=pro&from=${month(-1)}`, "Meadow Health"]])
      await t.test(name, async () => {
        await page.go(path);
        await page.getByRole("main").getByText(there).first().waitFor();
        await forEverybody(page, `${name}-360`);
      });
  });
});

test("all of it is there in German", { timeout: 180_000 }, async () => {
  await it.page({ language: "de-DE" }, async (page) => {
    await page.go("/usage/plans/pro");
    await page.getByRole("button", { name: "Für kommende Zeiträume speichern" }).waitFor();
    await page.go("/usage/bills");
    await page.getByRole("heading", { name: "Nutzung abrechnen" }).waitFor();
    await page.getByText("2 Schritte").waitFor();
    await page.keep("usage-bills-1280-german");
    await page.go(`/usage/what-if?plan=pro&from=${month(-1)}`);
    await page.getByRole("table", { name: "Nebeneinander" }).getByText("Meadow Health").waitFor();
  });
});
