import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { phone, settled } from "../harness/browser.mjs";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { inRepository } from "../harness/product.mjs";
import { story } from "../harness/story.mjs";

const tracker = inRepository("tests/Facilities.Tests/Data/facilities-tracker.csv");
const it = await story();

/** Drops a file on the wizard as a person does from a folder. */
async function drop(page, path) {
  const transfer = await page.evaluateHandle(
    ({ text, name }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "text/csv" }));
      return data;
    },
    { text: readFileSync(path, "utf8"), name: path.split("/").at(-1) },
  );
  const target = page.getByRole("heading", { name: /^(Drop a spreadsheet here|Tabelle hier ablegen)$/ });
  for (const type of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(type, { dataTransfer: transfer });
}

/** A figure of the check, by the words above it. */
const figure = (page, name) => page.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) });

test("the tracker comes in through the wizard, once, and goes again", { timeout: 180_000 }, async (t) => {
  await it.page({}, async (page) => {
    await page.go("/facilities/import");
    await t.test("the dry run counts, sums and names every bad cell", async () => {
      await drop(page, tracker);
      await page.getByRole("button", { name: "Import 876 rows" }).waitFor();
      assert.match(await figure(page, "New or changed").innerText(), /\b876\b/);
      assert.match(await figure(page, "Unchanged").innerText(), /1 of them repeats an earlier line/);
      assert.match(await figure(page, "Rejected").innerText(), /\b6\b/);
      const sums = await figure(page, "Sum of the good rows").innerText();
      assert.match(sums, /3,863,848\.84/);
      assert.match(sums, /3,734,813\.41/);
      const bad = page.getByRole("region", { name: "Preview" });
      await page.getByRole("tab", { name: /Rejected/ }).click();
      const lines = await bad.locator("tbody tr").filter({ has: page.locator("th") }).all();
      assert.equal(lines.length, 6);
      for (const line of lines) {
        assert.match(await line.locator("th").innerText(), /^\d+$/);
        assert.ok((await line.locator("input[aria-invalid=true]").count()) >= 1, `line ${await line.locator("th").innerText()} marks no cell`);
        assert.match(await line.locator("xpath=following-sibling::tr[1]").innerText(), /^\s*[A-Z][\w ]+: \S.*\.$/m);
      }
      assert.equal((await it.api.get("/api/billing-records?limit=1")).count, 0, "a dry run saves nothing");
      await page.keep("import-check");
    });

    await t.test("taking it saves 876 records with these sums", async () => {
      await page.getByRole("button", { name: "Import 876 rows" }).click();
      await page.getByRole("heading", { name: "876 records saved" }).waitFor();
      const { count, totals } = await it.api.get("/api/billing-records?limit=1");
      assert.equal(count, 876);
      assert.equal(totals[0].billed.amount, "3863848.84");
      assert.equal(totals[0].paid.amount, "3734813.41");
      await page.keep("import-done");
    });

    await t.test("the same file again changes nothing", async () => {
      await page.getByRole("button", { name: "Another file" }).click();
      await drop(page, tracker);
      await page.getByRole("button", { name: "Nothing to import" }).waitFor();
      assert.match(await figure(page, "New or changed").innerText(), /\b0\b/);
      assert.match(await figure(page, "Unchanged").innerText(), /\b877\b/);
      await page.getByRole("button", { name: "Another file" }).click();
    });

    await t.test("undone it is as empty as before", async () => {
      await page.getByRole("button", { name: "Undo the import of facilities-tracker.csv" }).click();
      await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Undo this import" }).click();
      await page.getByText("Undone: 876 records are as before").waitFor();
      assert.equal((await it.api.get("/api/billing-records?limit=1")).count, 0);
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
      await page.go("/facilities");
      await settled(page);
      await page.getByText("Nothing is billed here yet").waitFor();
      await page.keep("import-undone");
    });
  });
});

test("bad cells are put right where they stand, by keyboard", { timeout: 120_000 }, async (t) => {
  await it.page({}, async (page) => {
    const keys = await keyboardOnly(page);
    await page.go("/facilities/import");
    await drop(page, tracker);
    await page.getByRole("button", { name: "Import 876 rows" }).waitFor();
    const cell = (name) => page.getByRole("textbox", { name, exact: true }).or(page.getByRole("combobox", { name, exact: true }));

    await t.test("typed and checked with Enter, the line is good and the next bad cell has the focus", async () => {
      await keys.tabTo("the first bad cell", ({ name }) => name === "Billing date, line 52");
      await keys.press("ControlOrMeta+a");
      await keys.type("11/01/2025");
      await page.getByText("1 cell edited, not checked yet").waitFor();
      assert.ok(await page.getByRole("button", { name: "Import 876 rows" }).isDisabled(), "nothing is taken unchecked");
      await keys.press("Enter");
      await page.getByRole("button", { name: "Import 877 rows" }).waitFor();
      await keys.focusIs("in a bad cell", ({ name }) => /, line \d+$/.test(name) && name !== "Billing date, line 52");
      assert.equal((await it.api.get("/api/billing-records?limit=1")).count, 0, "a check saves nothing");
    });

    await t.test("Esc takes a cell back, a cell still wrong says why, a status is offered", async () => {
      await keys.tabTo("an amount", ({ name }) => name === "Billed, line 182");
      await keys.press("ControlOrMeta+a");
      await keys.type("12");
      await keys.press("Escape");
      assert.equal(await cell("Billed, line 182").inputValue(), "n/a");
      await keys.press("ControlOrMeta+a");
      await keys.type("12.345");
      await keys.tabTo("the status", ({ name }) => name === "Status, line 337");
      assert.equal(await page.locator(`datalist#${await cell("Status, line 337").getAttribute("list")} option`).count(), 5);
      await keys.press("ControlOrMeta+a");
      await keys.type("Paid");
      await keys.press("Enter");
      await page.getByRole("button", { name: "Import 878 rows" }).waitFor();
      await page.locator("tbody").getByText(/“12\.345” has more decimals than USD, which has 2/).last().waitFor();
      await page.keep("import-corrected");
    });

    await t.test("the corrected lines go in, the rest can be downloaded", async () => {
      await keys.tabTo("the payment terms", ({ tag, name }) => tag === "INPUT" && name === "", 120, "Shift+Tab");
      await keys.press("ControlOrMeta+a");
      await keys.type("14");
      await keys.press("ControlOrMeta+Enter");
      await page.getByRole("heading", { name: "878 records saved" }).waitFor();
      await page.getByRole("button", { name: "Download 4 rejected rows" }).waitFor();
      await keys.neverMouse();
      assert.equal((await it.api.get("/api/billing-records?limit=1")).count, 878);
      const { items } = await it.api.get("/api/facility-groups");
      assert.deepEqual([...new Set(items.map((group) => group.paymentTermsDays))], [14]);
    });
  });
});

test("what is wrong is told in the person's language, and nothing is wider than a phone", { timeout: 90_000 }, async () => {
  await it.page({ language: "de-DE", viewport: phone, touch: true }, async (page) => {
    await page.go("/facilities/import");
    await drop(page, tracker);
    await page.getByRole("tab", { name: /Abgelehnt/ }).click();
    await page.getByText("„n/a“ ist kein Betrag").first().waitFor();
    await page.getByText("Der Name fehlt.").first().waitFor();
    assert.doesNotMatch(await page.getByRole("region", { name: "Vorschau" }).innerText(), /is not|needs a|are in use/);
    await fits(page);
    await accessible(page);
    await page.keep("import-german");
  });
});
