import assert from "node:assert/strict";
import { test } from "node:test";
import { keyboardOnly } from "../harness/keyboard.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const facilities = ["Alder House", "Birch Clinic", "Cedar Home"];
/** The grid's columns with one group chosen. */
const at = { select: 0, facility: 1, billingDate: 2, from: 3, through: 4, status: 5, billed: 6, paid: 7, outstanding: 8, paidOn: 9, note: 10 };

const group = await it.api.post("/api/facility-groups", { name: "Oregon", schedule: { frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 } });
for (const name of facilities) await it.api.post("/api/facilities", { name, groupId: group.id });
await it.api.post("/api/facility-groups", { name: "Nevada", schedule: { frequency: "weekly", periodRule: "arrears", dayOfWeek: "friday" } });
const [cycle] = (await it.api.get(`/api/facility-groups/${group.id}/cycles?past=0&future=0`)).items;

test("a cycle is billed by keyboard alone", { timeout: 180_000 }, async (t) => {
  // Wide enough for the groups beside the grid.
  await it.page({ viewport: { width: 1600, height: 900 } }, async (page) => {
    const keys = await keyboardOnly(page);
    const cell = (row, column) => page.locator(`[data-cell="${row}:${column}"]`);
    const shows = (row, column, text) => until(`${facilities[row]} shows ${text}`, async () => (await cell(row, column).innerText()).includes(text));
    const records = async () => (await it.api.get(`/api/billing-records?groupId=${group.id}&from=${cycle.from}&through=${cycle.through}`)).items;
    const saved = (row, what, holds) => until(`${facilities[row]} is saved with ${what}`, async () => holds((await records())[row]));
    /** Arrows to a column of the row that has the focus. */
    const toColumn = async (row, column) => {
      await keys.press("Home", ...Array(column).fill("ArrowRight"));
      await keys.focusIs(`at ${row}:${column}`, (now) => now.cell === `${row}:${column}`);
    };
    await page.go("/");

    await t.test("G then B opens Billing, Tab and Enter choose the group", async () => {
      await keys.press("g", "b");
      await page.getByRole("heading", { name: "Billing", level: 1 }).waitFor();
      await page.getByRole("navigation", { name: "Facility groups" }).getByText("Oregon").waitFor();
      await keys.tabTo("the group", (now) => now.tag === "A" && now.name.startsWith("Oregon"));
      await keys.press("Enter");
      await page.waitForURL(/group=/);
    });

    await t.test("comma and full stop move through the cycles, T comes back to the current one", async () => {
      const label = page.getByRole("group", { name: "Choose a cycle" });
      await label.getByText("Current cycle").waitFor();
      await keys.press(",");
      await label.getByText("1 cycle ago").waitFor();
      await keys.press(".", ".");
      await label.getByText("1 cycle ahead").waitFor();
      await keys.press("t");
      await label.getByText("Current cycle").waitFor();
      await shows(0, at.status, "Not saved");
    });

    await t.test("amounts: typing begins, Enter writes and goes down, Tab writes and goes on", async () => {
      await keys.tabTo("the grid", (now) => now.cell !== null);
      await keys.press("Control+Home");
      await toColumn(0, at.billed);
      await keys.type("$4,250.00");
      await keys.press("Enter");
      await keys.focusIs("in the next row", (now) => now.cell === `1:${at.billed}`);
      await keys.type("1500");
      await keys.press("Tab");
      await keys.focusIs("in the paid amount", (now) => now.tag === "INPUT" && now.name === "Paid");
      await keys.type("1300");
      await keys.press("Tab");
      await keys.focusIs("in the date paid", (now) => now.tag === "INPUT" && now.name === "Date paid");
      await keys.type("11142026");
      await keys.press("Tab");
      await keys.focusIs("in the note", (now) => now.tag === "INPUT" && now.name === "Note");
      await keys.type("second half follows");
      await keys.press("Enter");
      await saved(0, "4,250.00", (row) => row.billed?.amount === "4250.00");
      await saved(1, "all it got", (row) => row.billed?.amount === "1500.00" && row.paid?.amount === "1300.00" && row.paidOn === "2026-11-14" && row.note === "second half follows");
      await shows(1, at.outstanding, "200.00");
    });

    await t.test("the status is chosen by typing", async () => {
      await keys.press("Control+Home");
      await toColumn(0, at.status);
      await keys.press("Enter");
      await keys.focusIs("in the choice", (now) => now.role === "combobox");
      await keys.type("Bill");
      await page.getByRole("option", { name: "Billed", exact: true }).waitFor();
      await keys.press("Enter");
      await saved(0, "its status", (row) => row.statusId !== null);
      await shows(0, at.status, "Billed");
    });

    await t.test("Escape leaves a cell as it was, and a wrong amount is told at the cell", async () => {
      await keys.press("Control+Home");
      await toColumn(0, at.billed);
      await keys.press("Enter");
      await keys.type("99");
      await keys.press("Escape");
      await keys.focusIs("back at the cell", (now) => now.cell === `0:${at.billed}`);
      await shows(0, at.billed, "4,250.00");
      await keys.press("ArrowDown", "ArrowDown", "F2");
      await keys.type("n/a");
      await keys.press("Enter");
      await page.getByText("This is not an amount.").first().waitFor();
      assert.equal((await records())[2].id, null, "a refused amount saves nothing");
      await page.keep("billing-refused-cell");
      await keys.press("Control+Home");
      await toColumn(0, at.billed);
      await keys.press("ArrowDown", "ArrowDown", "Delete");
    });

    await t.test("the billing date can be typed without separators", async () => {
      await keys.press("Control+Home");
      await toColumn(0, at.billingDate);
      await keys.press("Enter");
      await keys.type("11052026");
      await keys.press("Enter");
      await saved(0, "its billing date", (row) => row.billingDate === "2026-11-05");
    });

    await t.test("the totals follow", async () => {
      const totals = page.getByRole("row").filter({ hasText: "Total USD" });
      await until("the totals are those of the cycle", async () => /5,750\.00.*1,300\.00.*4,450\.00/s.test(await totals.innerText()));
      await page.keep("billing-cycle");
    });

    await t.test("Ctrl-Z takes the last change back, also while a cell has the focus", async () => {
      await keys.press("Control+z");
      await saved(0, "its old billing date", (row) => row.billingDate === cycle.billingDate);
    });

    await t.test("the record's history shows it, Escape leads back", async () => {
      await keys.press("Control+Home");
      await toColumn(0, at.facility);
      await keys.press("Enter");
      const sheet = page.getByRole("dialog", { name: "Alder House" });
      await sheet.getByRole("heading", { name: "History" }).waitFor();
      await sheet.getByText("First saved").or(sheet.getByRole("button", { name: "Billed" })).first().waitFor();
      assert.match(await sheet.innerText(), /4,250\.00/);
      assert.match(await sheet.innerText(), /Status/);
      await page.keep("billing-record");
      await keys.press("Escape");
      await sheet.waitFor({ state: "detached" });
      await keys.focusIs("back in the grid", (now) => now.cell === `0:${at.facility}`);
    });
    await keys.neverMouse();
  });
});
