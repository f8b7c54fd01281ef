import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, forEverybody } from "../harness/axe.mjs";
import { phone } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const client = await it.api.post("/api/clients", { name: "Alder House", emails: ["bills@alder.example.test"] });
await it.api.post("/api/clients", { name: "Birch Clinic" });

const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const asked = (page, name) => page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name });
const choose = async (page, name) => {
  await page.getByPlaceholder("Choose a client").fill(name.slice(0, 5));
  await page.getByRole("option", { name }).click();
};
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

test("a quote is written, issued and accepted into the draft of an invoice", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/quotes");
    await page.getByText("No quotes yet").waitFor();
    await page.keyboard.press("c");
    await heading(page, "New quote").waitFor();
    await choose(page, "Alder House");
    await page.getByRole("textbox", { name: "Description" }).fill("Moving in");
    await page.getByRole("textbox", { name: "Quantity" }).fill("3");
    await page.getByRole("textbox", { name: "Unit price" }).fill("19.99");
    await page.getByText("59.97").first().waitFor();
    await accessible(page);
    await page.getByRole("button", { name: "Save draft" }).click();
    await page.getByRole("article", { name: "Quote" }).getByText("Moving in").waitFor();
    await page.getByRole("button", { name: "Issue" }).click();
    await asked(page, "Issue").click();
    await heading(page, /^Q-\d{4}-0001$/).waitFor();
    await accessible(page);

    await page.getByRole("button", { name: "Accept" }).click();
    await asked(page, "Accept").click();
    await page.getByRole("link", { name: "To the invoice" }).click();
    await heading(page, "Draft").waitFor();
    await page.getByRole("link", { name: /From quote Q-/ }).click();
    await page.getByText("Accepted", { exact: true }).first().waitFor();
    assert.equal((await it.api.get("/api/invoices")).items.length, 1);

    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Duplicate" }).click();
    await heading(page, "Edit quote").waitFor();
    await page.getByRole("button", { name: "Save draft" }).click();
    await page.getByRole("button", { name: "Issue" }).click();
    await asked(page, "Issue").click();
    await heading(page, /^Q-\d{4}-0002$/).waitFor();
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Declined…" }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Reason" }).fill("Too dear");
    await page.getByRole("dialog").getByRole("button", { name: "Mark declined" }).click();
    await page.getByText("Too dear").first().waitFor();
    await page.go("/quotes?list=declined");
    await page.getByText(/^Q-\d{4}-0002$/).waitFor();
    assert.equal(await page.getByText(/^Q-\d{4}-0001$/).count(), 0);
  });
});

test("a recurring invoice is begun, bills on its day, is paused, priced anew and ended", { timeout: 240_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/recurring-invoices");
    await page.getByText("No recurring invoices yet").waitFor();
    await page.keyboard.press("c");
    await heading(page, "New recurring invoice").waitFor();
    await choose(page, "Birch Clinic");
    await page.getByRole("textbox", { name: "Description" }).fill("Hosting");
    await page.getByRole("textbox", { name: "Unit price" }).fill("100");
    await page.getByText("On the 1st of each month, for the month before.").waitFor();
    await page.getByRole("table", { name: "The next twelve" }).getByText("100.00").nth(11).waitFor();
    await page.getByRole("radio", { name: /^Issue It gets/ }).click();
    await accessible(page);
    await page.getByRole("button", { name: "Save" }).click();
    await heading(page, "Birch Clinic").waitFor();
    await page.getByText("No day has come yet.").or(page.getByRole("link", { name: /^INV-/ })).first().waitFor();
    await accessible(page);

    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await page.getByText(/^Paused since \d/).waitFor();
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByRole("button", { name: "Pause", exact: true }).waitFor();

    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Change the price…" }).click();
    await heading(page, "Price change: Birch Clinic").waitFor();
    await page.getByRole("textbox", { name: "Unit price" }).fill("120");
    await page.getByText("120.00").first().waitFor();
    await accessible(page);
    await page.getByRole("button", { name: "Change the price" }).click();
    await heading(page, "Birch Clinic").waitFor();
    await page.getByRole("table", { name: "The next twelve" }).getByText("120.00").first().waitFor();
    await page.getByRole("button", { name: /^Take back the price change of/ }).click();
    await page.getByRole("button", { name: /^Take back the price change of/ }).waitFor({ state: "detached" });

    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "End" }).click();
    await asked(page, "End").click();
    await page.getByText("No day is left on which it bills.").waitFor();
  });
  const today = (await it.api.get("/api/organisation")).today ?? day(0);
  const due = await it.api.post("/api/recurring-invoices", { clientId: client.id, from: today, then: "issue", schedule: { frequency: "everyTwoWeeks", periodRule: "arrears", anchor: today }, lines: [{ description: "Hosting", unitPrice: "100" }] });
  await it.page({}, async (page) => {
    await page.go(`/recurring-invoices/${due.id}`);
    await page.getByRole("table", { name: "Invoices made" }).getByRole("link", { name: /^INV-/ }).click();
    await page.getByRole("link", { name: "Recurring invoice" }).waitFor();
  });
});

test("lists, pages and forms are for everybody on a phone", { timeout: 240_000 }, async (t) => {
  const quote = await it.api.post("/api/quotes", { clientId: client.id, lines: [{ description: "Moving in, with a rather long description of what it is", unitPrice: "1234.50" }] });
  const recurring = (await it.api.get("/api/recurring-invoices?status=active")).items[0];
  await it.page({ viewport: phone, touch: true }, async (page) => {
    for (const path of ["/quotes", `/quotes/${quote.id}`, `/quotes/${quote.id}/edit`, "/recurring-invoices", `/recurring-invoices/${recurring.id}`, `/recurring-invoices/${recurring.id}/edit`, `/recurring-invoices/${recurring.id}/price`])
      await t.test(path.replace(/[0-9a-f-]{36}/, "one"), async () => {
        await page.go(path);
        await page.getByRole("main").getByText(/Alder House|Moving in|Hosting|1,234\.50/).or(page.getByRole("textbox", { name: "Unit price" })).first().waitFor();
        await forEverybody(page);
      });
  });
});
