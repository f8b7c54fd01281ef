import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { desktop } from "../harness/browser.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const RECORDS = 10_000;
/** Rows in the page at once, whatever is scrolled: those in view, and a dozen above and below. */
const MOST_ROWS = 60;
const facilities = 100;
const two = (number) => String(number).padStart(2, "0");

/** 100 facilities over 100 months, made anew alike each time. */
const csv = ["Group,Facility,Billing Date,From Date,Through Date,Status,Billed,Paid,Date Paid,Note"];
for (let facility = 1; facility <= facilities; facility++)
  for (let month = 0; month < RECORDS / facilities; month++) {
    const [year, of] = [2017 + Math.floor(month / 12), month % 12];
    const [begin, end, billed] = [new Date(Date.UTC(year, of, 1)), new Date(Date.UTC(year, of + 1, 0)), new Date(Date.UTC(year, of + 1, 1))].map((day) => day.toISOString().slice(0, 10));
    const open = (facility * 7 + month) % 50 === 0;
    csv.push(["Many", `Facility ${two(facility).padStart(3, "0")}`, billed, begin, end, open ? "Billed" : "Paid", `${1000 + month}.00`, open ? "" : `${1000 + month}.00`, open ? "" : billed, ""].join(","));
  }
const imported = await it.api.importCsv(csv.join("\n"));
assert.equal(imported.accepted, RECORDS, JSON.stringify(imported.rejected?.slice(0, 3)));
const [group] = (await it.api.get("/api/facility-groups")).items;
const all = `/facilities?view=all&group=${group.id}`;
const [facility] = (await it.api.get(`/api/facilities?groupId=${group.id}&search=Facility+007`)).items;
const own = `/facilities?view=all&group=${group.id}&facility=${facility.id}`;
/** The grid's columns with one group chosen. */
const at = { facility: 1, from: 3, status: 5, billed: 6, paid: 7, paidOn: 9, note: 10 };

const grid = (page) => page.getByRole("grid", { name: "Billing records" });
const cell = (page, row, column) => page.locator(`[data-cell="${row}:${column}"]`);
const ready = (page) => cell(page, 0, at.facility).waitFor();
/** What the person sees: rows of the grid inside its window, those still without content, and all rows in the page. */
const seen = (page) => grid(page).evaluate((scroller) => {
  const frame = scroller.getBoundingClientRect();
  const rows = [...scroller.querySelectorAll("[role=row]")];
  const shown = rows.filter((row) => row.getBoundingClientRect().bottom > frame.top && row.getBoundingClientRect().top < frame.bottom);
  const cells = shown.map((row) => row.querySelector("[data-cell$=':1']")).filter(Boolean);
  // Where no row is at all the window would show bare ground.
  const bare = [0.2, 0.5, 0.8].filter((part) => !document.elementFromPoint(frame.left + 120, frame.top + frame.height * part)?.closest("[role=row]")).length;
  return { inPage: rows.length, cells: cells.map((one) => one.textContent), blank: shown.length - cells.filter((one) => one.textContent).length, bare, top: scroller.scrollTop, end: scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2 };
});
const filledWindow = (page, name) => until(name, async () => {
  const now = await seen(page);
  // The header and the totals are rows without a facility.
  return now.cells.length >= 10 && now.blank <= 3 && now.bare === 0 ? now : null;
});

/** How many rows the filter has, as the grid tells screen readers: header and totals are rows too. */
const shows = (page, count) => until(`the grid has ${count} rows`, async () => Number(await grid(page).getAttribute("aria-rowcount")) === count + 2);

test("10,000 records scroll without blanks and without filling the page", { timeout: 180_000 }, async (t) => {
  await it.page({}, async (page) => {
    await page.go(all);
    await ready(page);
    await shows(page, RECORDS);

    await t.test("by the wheel", async () => {
      const box = await grid(page).boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      let before = -1;
      for (let turn = 0; turn < 25; turn++) {
        await page.mouse.wheel(0, 1_200);
        await until(`turn ${turn} of the wheel moves the rows`, async () => {
          const { top, end } = await seen(page);
          return top > before || end;
        });
        const now = await filledWindow(page, `rows fill the window after turn ${turn} of the wheel`);
        assert.ok(now.inPage <= MOST_ROWS, `${now.inPage} rows are in the page`);
        before = now.top;
      }
    });

    await t.test("by Page Down, the focus stays with the row", async () => {
      await page.goto("about:blank");
      await page.go(all);
      await ready(page);
      await cell(page, 0, at.facility).focus();
      let row = 0;
      for (let turn = 0; turn < 20; turn++) {
        await page.keyboard.press("PageDown");
        const now = await until(`Page Down ${turn} leads on`, async () => {
          const focus = await page.evaluate(() => document.activeElement?.getAttribute("data-cell"));
          return focus && Number(focus.split(":")[0]) > row ? focus : null;
        });
        row = Number(now.split(":")[0]);
        const shown = await filledWindow(page, `rows fill the window after Page Down ${turn}`);
        assert.ok(shown.inPage <= MOST_ROWS, `${shown.inPage} rows are in the page`);
      }
    });
  });
});

test("a filter and a search show exactly their rows", { timeout: 120_000 }, async (t) => {
  await it.page({}, async (page) => {
    await page.go(all);
    await ready(page);
    const wanted = (await it.api.get(`/api/billing-records?groupId=${group.id}&search=Facility+042&limit=1`)).count;
    assert.equal(wanted, RECORDS / facilities);
    const begin = performance.now();
    await page.getByRole("searchbox", { name: "Search facility or note" }).fill("Facility 042");
    await shows(page, wanted);
    await until("only that facility is shown", async () => {
      const named = (await seen(page)).cells.filter((name) => name.startsWith("Facility ")); // the header is a row, too
      return named.length > 5 && named.every((name) => name.startsWith("Facility 042"));
    });
    t.diagnostic(`search to rows: ${Math.round(performance.now() - begin)} ms`);
    await page.getByRole("searchbox", { name: "Search facility or note" }).fill("");

    const open = (await it.api.get(`/api/billing-records?groupId=${group.id}&state=outstanding&limit=1`)).count;
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByRole("menuitem", { name: "State" }).click();
    const editor = page.getByRole("dialog");
    await editor.getByRole("combobox").click();
    await page.getByRole("option", { name: "Open or overdue" }).click();
    const started = performance.now();
    await editor.getByRole("button", { name: "Apply" }).click();
    await shows(page, open);
    t.diagnostic(`filter to rows: ${Math.round(performance.now() - started)} ms`);
    assert.match(page.url(), /state|filter|f=/, "the filter is in the address");
    await page.keep("grid-filtered");
  });
});

test("many rows get a status at once, and one undo takes it back", { timeout: 120_000 }, async () => {
  await it.page({}, async (page) => {
    const names = async () => {
      const statuses = new Map((await it.api.get("/api/status-sets")).items.flatMap((set) => set.statuses.map((one) => [one.id, one.name])));
      return (await it.api.get(`/api/billing-records?facilityId=${facility.id}&limit=5`)).items.map((row) => statuses.get(row.statusId));
    };
    const before = await names();
    await page.go(own);
    await ready(page);
    const boxes = page.getByRole("checkbox", { name: "Select row" });
    await boxes.nth(0).click();
    await boxes.nth(3).click({ modifiers: ["Shift"] });
    const bar = page.getByRole("region", { name: "Actions" });
    await bar.getByText("4 selected").waitFor();
    await bar.getByRole("button", { name: "Set…" }).click();
    await page.getByRole("menuitem", { name: "Status" }).click();
    const editor = page.getByRole("dialog", { name: "Set Status" });
    await editor.getByRole("combobox").click();
    await page.getByRole("option", { name: "Approved" }).click();
    await editor.getByRole("button", { name: "Apply" }).click();
    await page.getByText("4 rows changed").waitFor();
    assert.deepEqual(await names(), [...Array(4).fill("Approved"), before[4]]);
    await page.keep("grid-bulk");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await until("the statuses are as before", async () => JSON.stringify(await names()) === JSON.stringify(before));
  });
});

test("a block from a spreadsheet is pasted", { timeout: 120_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go(own);
    await ready(page);
    await cell(page, 5, at.billed).click();
    await page.evaluate(() => navigator.clipboard.writeText("$5,000.00\t2500\n5001\t2501.50\n5,002.25\t2502"));
    await page.keyboard.press("Control+v");
    const preview = page.getByRole("dialog", { name: "Paste from the clipboard" });
    await preview.getByText("6 cells change").waitFor();
    await page.keep("grid-paste");
    await preview.getByRole("button", { name: "Change 3 rows" }).click();
    const pasted = async () => (await it.api.get(`/api/billing-records?facilityId=${facility.id}&limit=8`)).items.slice(5).map((row) => [row.billed?.amount, row.paid?.amount]);
    await until("the block is saved", async () => JSON.stringify(await pasted()) === JSON.stringify([["5000.00", "2500.00"], ["5001.00", "2501.50"], ["5002.25", "2502.00"]]));
    await until("the grid shows it", async () => (await cell(page, 7, at.billed).innerText()).includes("5,002.25"));
  });
});

test("an edit of a stale row shows both values", { timeout: 120_000 }, async () => {
  // This page hears of nothing, as on a cut line: its rows are stale. That a version was refused the browser itself says.
  await it.page({ expected: [/api\/live/, /409 \(Conflict\)/] }, async (page) => {
    await page.route("**/api/live*", (route) => route.abort());
    await page.go(own);
    await ready(page);
    const row = (await it.api.get(`/api/billing-records?facilityId=${facility.id}&limit=10`)).items[9];
    await it.api.post("/api/billing-records", { id: row.id, billed: "7100.00" });
    await cell(page, 9, at.billed).click();
    await page.keyboard.type("7200");
    await page.keyboard.press("Enter");
    await page.getByText("Somebody else changed this cell").first().waitFor({ state: "attached" });
    await cell(page, 9, at.billed).click();
    const both = page.getByRole("dialog");
    await both.getByText("Mine", { exact: true }).waitFor();
    assert.match(await both.innerText(), /7,100\.00/);
    assert.match(await both.innerText(), /7,200\.00/);
    await page.keep("grid-conflict");
    await both.getByRole("button", { name: "Keep mine" }).click();
    await until("mine is saved over theirs", async () => (await it.api.get(`/api/billing-records/${row.id}`)).billed.amount === "7200.00");
  });
});

test("the export holds exactly the filtered rows", { timeout: 120_000 }, async () => {
  await it.page({ viewport: desktop }, async (page) => {
    await page.go(own);
    await ready(page);
    const wanted = (await it.api.get(`/api/billing-records?facilityId=${facility.id}&limit=1`)).count;
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "CSV" }).click()]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    const [head, ...lines] = readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "").trim().split(/\r?\n/);
    assert.match(head, /Facility/);
    assert.equal(lines.length, wanted);
    assert.ok(lines.every((line) => line.includes("Facility 007")), "a row of another facility is in the file");
  });
});
