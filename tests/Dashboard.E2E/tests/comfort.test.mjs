import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inRepository } from "../harness/product.mjs";
import { story } from "../harness/story.mjs";
import { until } from "../harness/until.mjs";

const it = await story();
const group = await it.api.post("/api/facility-groups", { name: "Oregon", schedule: { frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 } });
const facility = await it.api.post("/api/facilities", { name: "Alder House", groupId: group.id });
const [cycle] = (await it.api.get(`/api/facility-groups/${group.id}/cycles?past=0&future=0`)).items;
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });

test("a change made in one page shows up in another", { timeout: 90_000 }, async () => {
  await it.page({}, async (mine) => {
    await it.page({}, async (theirs) => {
      for (const page of [mine, theirs]) {
        const live = page.waitForResponse((answer) => answer.url().includes("/api/live"));
        await page.go(`/facilities?group=${group.id}`);
        assert.equal((await live).status(), 200);
        await page.locator('[data-cell="0:6"]').waitFor();
      }
      await theirs.locator('[data-cell="0:6"]').click();
      await theirs.keyboard.type("1234.50");
      await theirs.keyboard.press("Enter");
      await until("the other page shows the amount", async () => (await mine.locator('[data-cell="0:6"]').innerText()).includes("1,234.50"));
      await until("the other page's totals follow", async () => (await mine.getByRole("row").filter({ hasText: "Total USD" }).innerText()).includes("1,234.50"));
    });
  });
  assert.equal((await it.api.get(`/api/billing-records?facilityId=${facility.id}&from=${cycle.from}&through=${cycle.through}`)).items[0].billed.amount, "1234.50");
});

test("a cell that somebody else changes while it is being edited is asked about, with live updates on", { timeout: 90_000 }, async () => {
  const amount = '[data-cell="0:6"]';
  const saved = async () => (await it.api.get(`/api/billing-records?facilityId=${facility.id}&from=${cycle.from}&through=${cycle.through}`)).items[0].billed?.amount;
  await it.page({ expected: [/409 \(Conflict\)/] }, async (mine) => {
    await it.page({}, async (theirs) => {
      for (const page of [mine, theirs]) {
        const live = page.waitForResponse((answer) => answer.url().includes("/api/live"));
        await page.go(`/facilities?group=${group.id}`);
        await live;
        await page.locator(amount).waitFor();
      }
      await mine.locator(amount).click();
      await mine.keyboard.press("F2");
      await mine.keyboard.type("111");
      await theirs.locator(amount).click();
      await theirs.keyboard.type("999");
      await theirs.keyboard.press("Enter");
      await until("the live update has come", async () => (await mine.getByRole("row").filter({ hasText: "Total USD" }).innerText()).includes("999.00"));
      await mine.keyboard.press("Enter");
      await until("the cell is marked", async () => (await mine.locator(amount).getAttribute("aria-invalid")) === "true");
      assert.equal(await saved(), "999.00");
      await mine.keyboard.press("Enter");
      const asked = mine.getByRole("dialog", { name: "Somebody else changed this cell" });
      await asked.waitFor();
      assert.match(await asked.innerText(), /111[\s\S]*999\.00/);
      await asked.getByRole("button", { name: "Keep mine" }).click();
      await until("mine is saved", async () => (await saved()) === "111.00");
    });
  });
});

test("what is typed into a cell lands there, letters that are shortcuts and signs of every keyboard too", { timeout: 90_000 }, async () => {
  await it.page({}, async (page) => {
    const keys = await page.context().newCDPSession(page);
    await page.go(`/facilities?group=${group.id}`);
    const note = page.locator('[data-cell="0:10"]');
    const sheetRow = async () => (await it.api.get(`/api/billing-records?facilityId=${facility.id}&from=${cycle.from}&through=${cycle.through}`)).items[0];
    await note.click();
    for (const text of ["zero", "great", ". dot", "just", "extra visit", "=1+1", "ünï"]) {
      await until("the cell has the focus", () => note.evaluate((one) => one === document.activeElement));
      for (const key of text)
        if (key < "~") await page.keyboard.press(key === " " ? "Space" : key);
        else for (const [type, more] of [["keyDown", { text: key }], ["keyUp", {}]]) await keys.send("Input.dispatchKeyEvent", { type, key, ...more });
      await page.keyboard.press("Enter");
      await until(`“${text}” is saved`, async () => (await sheetRow()).note === text);
    }
    const status = page.locator('[data-cell="0:5"]');
    await status.click();
    await page.keyboard.type("paid");
    await page.keyboard.press("Enter");
    await until("the status is picked", async () => (await status.innerText()).includes("Paid"));
  });
});

test("the amounts are seen at 1280 pixels, in a cycle and in all records, and more columns are hinted at", { timeout: 90_000 }, async () => {
  await it.page({}, async (page) => {
    for (const [path, last] of [[`/facilities?group=${group.id}`, "Outstanding"], ["/facilities?view=all", "Outstanding"]]) {
      await page.go(path);
      const grid = page.getByRole("grid", { name: "Billing records" });
      await page.locator('[data-cell="0:1"]').waitFor();
      const edge = await grid.evaluate((one) => one.getBoundingClientRect().left + one.clientWidth);
      for (const name of ["Billed", "Paid", last]) {
        const box = await grid.getByRole("columnheader", { name, exact: true }).boundingBox();
        assert.ok(box.x + box.width <= edge, `${path}: ${name} ends at ${box.x + box.width}, the grid at ${edge}`);
      }
      const hint = page.getByTitle("More columns");
      await hint.click();
      await until("the last columns are reached", async () => !(await hint.isVisible()));
    }
  });
});

test("a withdrawn record is found by its state and restored", { timeout: 60_000 }, async () => {
  const record = await it.api.post("/api/billing-records", { facilityId: facility.id, from: "2024-01-01", through: "2024-01-31", billed: "12.00" });
  await it.api.delete(`/api/billing-records/${record.id}`);
  await it.page({}, async (page) => {
    await page.go("/facilities?view=all&filter=state.is.withdrawn");
    const row = page.getByRole("row").filter({ hasText: "Alder House" });
    await row.getByText("Withdrawn").waitFor();
    await row.hover();
    await row.getByRole("button", { name: "Actions for this row" }).click();
    await page.getByRole("menuitem", { name: "Restore" }).click();
    await until("the record is back", async () => (await it.api.get(`/api/billing-records/${record.id}`)).withdrawn === false);
    await page.go("/activity");
    await page.getByRole("link", { name: /12\.00 USD/ }).first().click();
    await page.getByRole("dialog", { name: "Alder House" }).waitFor();
  });
});

test("the palette records a payment for a facility, from any page", { timeout: 60_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/");
    await page.keyboard.press("Control+k");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.type("record payment alder");
    await page.getByRole("option", { name: /Record payment: Alder House/ }).click();
    await page.getByRole("dialog", { name: "Alder House" }).getByRole("button", { name: "Mark paid in full" }).waitFor();
  });
});

test("a phone shows the totals under the cards", { timeout: 60_000 }, async () => {
  await it.page({ viewport: { width: 360, height: 740 }, touch: true }, async (page) => {
    await page.go("/facilities?view=all");
    const totals = page.getByRole("region", { name: /Total USD/ });
    await totals.waitFor();
    assert.match(await totals.innerText(), /Billed[\s\S]*Paid[\s\S]*Outstanding/);
    const box = await totals.boundingBox();
    assert.ok(box.y + box.height <= 740, "the totals are in view");
  });
});

for (const [theme, kept] of [["dark", { theme: "dark" }], ["light", { theme: "light" }]])
  test(`the ${theme} theme is there before the first paint`, { timeout: 60_000 }, async () => {
    // The system wants the other one, so that a default cannot pass for the choice.
    await it.page({ theme: theme === "dark" ? "light" : "dark", preferences: kept }, async (page) => {
      await page.addInitScript(() => {
        window.themes = [];
        const note = () => document.body && window.themes.push(document.documentElement.dataset.theme ?? "none");
        new MutationObserver(note).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-theme"] });
      });
      await page.go("/facilities");
      assert.deepEqual([...new Set(await page.evaluate(() => window.themes))], [theme]);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const [light] = ground.match(/[\d.]+/g).map(Number);
      assert.ok(ground.startsWith("rgb") ? (theme === "dark" ? light < 80 : light > 200) : true, ground);
    });
  });

test("German is complete: no key and no English word of the menu is left", { timeout: 120_000 }, async () => {
  const keys = rawKeys();
  assert.ok(keys.size > 100, "the catalogues were not found");
  await it.page({ preferences: { language: "de" } }, async (page) => {
    for (const path of ["/", `/facilities?group=${group.id}`, "/facilities?view=year", "/facilities/import", "/facilities/month-end", "/settings", "/settings?tab=groups&edit=new", "/settings?tab=facilities", "/settings?tab=statuses&edit=new", "/activity", "/status"]) {
      await page.go(path);
      assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
      const words = await page.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll("[aria-label], [placeholder], [title]")].flatMap((one) => [one.getAttribute("aria-label"), one.getAttribute("placeholder"), one.getAttribute("title")])].filter(Boolean).join("\n"));
      assert.deepEqual([...new Set(words.split(/\s+/).filter((word) => keys.has(word)))], [], `${path} shows keys`);
      assert.doesNotMatch(words, /\{\w+\}/, `${path} shows an unfilled placeholder`);
      assert.doesNotMatch(words, /\b(Overview|Settings|Month end|Facility group|Search facility|New group)\b/, `${path} speaks English`);
    }
  });
});

test("the language is switched in place and stays", { timeout: 60_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/");
    await page.getByRole("button", { name: / · English$/ }).click();
    await page.getByRole("menuitemradio", { name: "Deutsch" }).or(page.getByRole("menuitem", { name: "Deutsch" })).or(page.getByRole("menuitemcheckbox", { name: "Deutsch" })).first().click();
    await heading(page, "Übersicht").waitFor();
    await page.reload();
    await heading(page, "Übersicht").waitFor();
  });
});

test("shortcuts: ? lists them, G and a letter goes, Ctrl-K finds a facility", { timeout: 90_000 }, async () => {
  await it.page({}, async (page) => {
    await page.go("/");
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await help.getByText("Command palette").waitFor();
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    for (const [letter, title] of [["b", "Billing"], ["m", "Month end"], ["i", "Import"], ["a", "Activity"], ["h", "Health"], ["s", "Settings"], ["o", "Overview"]]) {
      await page.keyboard.press("g");
      await page.keyboard.press(letter);
      await heading(page, title).waitFor();
    }
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Command palette" });
    await palette.getByRole("combobox").waitFor();
    await page.keyboard.type("alder");
    const found = palette.getByRole("option").filter({ hasText: "Alder House" });
    await found.waitFor();
    await until("the facility is lit", async () => {
      if ((await found.getAttribute("aria-selected")) === "true") return true;
      await page.keyboard.press("ArrowDown");
      return false;
    });
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`facility=.*${facility.id}`));
    await page.getByRole("grid").getByText("Alder House").first().waitFor();
  });
});

/** Keys of the catalogues that cannot be words of a language: they have a capital or an underscore inside. */
function rawKeys() {
  const folder = inRepository("src/Dashboard/src");
  const files = readdirSync(folder, { recursive: true }).filter((name) => /(^|\/)messages\.ts$/.test(name));
  const keys = files.flatMap((name) => [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/^ {4}"?([\w. ]+?)"?: /gm)].map(([, key]) => key));
  return new Set(keys.filter((key) => /^\w+$/.test(key) && /[a-z][A-Z_]|_/.test(key)));
}
