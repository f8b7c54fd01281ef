import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { settled } from "../harness/browser.mjs";
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
  const target = page.getByRole("heading", { name: "Drop a spreadsheet here" });
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
        assert.ok((await line.locator("td[aria-invalid=true]").count()) >= 1, `line ${await line.locator("th").innerText()} marks no cell`);
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
