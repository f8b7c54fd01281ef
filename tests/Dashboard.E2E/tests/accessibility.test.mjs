import { test } from "node:test";
import { accessible, fits } from "../harness/axe.mjs";
import { desktop, painted, phone, scalarWarns, settled } from "../harness/browser.mjs";
import { inRepository } from "../harness/product.mjs";
import { story } from "../harness/story.mjs";

const it = await story();
const tracker = inRepository("tests/Facilities.Tests/Data/facilities-tracker.csv");
const devices = [["desktop", desktop], ["phone", phone]].map(([name, viewport]) => ({ name, viewport, touch: viewport === phone }));
const onPhone = (page) => page.viewportSize().width < 640;

/**
 * While a list hangs on a field that is typed into, Base UI hides the page around both from screen readers but leaves it in the tab order.
 * Nobody gets there: Tab takes the choice and closes the list.
 */
const whileChoosing = { without: ["aria-hidden-focus"] };

const press = (...keys) => async (page) => {
  for (const key of keys) await page.keyboard.press(key);
};
const click = (role, name) => (page) => page.getByRole(role, { name }).first().click();
const choose = async (page) => {
  await page.locator("input[type=file]").setInputFiles(tracker);
  await page.getByRole("button", { name: /^Import \d+ rows?$/ }).or(page.getByRole("button", { name: "Nothing to import" })).waitFor();
};

/** What is shown on an empty house. */
const empty = [
  ["overview", "/"],
  ["billing", "/facilities"],
  ["import", "/facilities/import"],
  ["month end", "/facilities/month-end"],
  ["groups", "/settings?tab=groups"],
  ["facilities", "/settings?tab=facilities"],
  ["activity", "/activity"],
];

/** What is shown once there is something: a name, an address, what opens it, the only device, and what axe leaves out; `madeAnew` by another theme. */
const filled = ({ group, record, facility, set, few = `/facilities?view=all&group=${group}&facility=${facility}` }) => [
  ["overview", "/"],
  ["billing, one group", `/facilities?group=${group}`],
  ["billing, a past cycle", `/facilities?group=${group}&on=2025-08-01`],
  ["billing, all records", "/facilities?view=all"],
  ["billing, rows chosen", few, async (page) => {
    await page.getByRole("checkbox", { name: "Select row" }).nth(1).click();
    await page.getByRole("region", { name: "Actions" }).waitFor();
  }, "desktop"],
  ["billing, setting a field of many", few, async (page) => {
    await page.getByRole("checkbox", { name: "Select row" }).nth(1).click();
    await page.getByRole("button", { name: "Set…" }).click();
    await page.getByRole("menuitem", { name: "Status" }).click();
    await page.getByRole("dialog").waitFor();
  }, "desktop"],
  ["billing, a cell being edited", `/facilities?group=${group}&on=2025-08-01`, async (page) => {
    await page.locator('[data-cell="0:5"]').dblclick();
    await page.getByRole("option").first().waitFor();
  }, "desktop", whileChoosing],
  ["billing, a date being picked", `/facilities?group=${group}&on=2025-08-01`, async (page) => {
    await page.locator('[data-cell="0:2"]').dblclick();
    await page.getByRole("button", { name: "Open calendar" }).first().click();
    await page.getByRole("dialog").waitFor();
  }, "desktop"],
  ["billing, a filter being made", few, async (page) => {
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByRole("menuitem", { name: "Billed" }).click();
    await page.getByRole("dialog").waitFor();
  }],
  ["billing, columns", few, async (page) => {
    await page.getByRole("button", { name: "Columns", exact: true }).click();
    await page.getByRole("dialog").getByRole("checkbox").first().waitFor();
  }, "desktop"],
  ["billing, views", few, async (page) => {
    await page.getByRole("button", { name: "Views", exact: true }).click();
    await page.getByRole("dialog").getByRole("textbox").first().waitFor();
  }],
  ["billing, export", few, async (page) => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("menuitem", { name: "CSV" }).waitFor();
  }],
  ["billing, nothing matches", "/facilities?view=all&search=zzzz"],
  ["billing, cycles to choose from", `/facilities?group=${group}`, async (page) => {
    await page.getByRole("group", { name: "Choose a cycle" }).getByRole("button").nth(1).click();
    await page.getByRole("dialog").getByRole("listitem").first().waitFor();
  }],
  ["year view", `/facilities?view=year&year=2025&group=${group}`],
  ["year view, all groups", "/facilities?view=year&year=2025"],
  ["record", `${few}&record=${record}`, (page) => page.getByRole("dialog").getByRole("heading", { name: "History" }).waitFor()],
  ["record, an earlier version", `${few}&record=${record}&at=1`, (page) => page.getByRole("dialog").getByRole("button", { name: "Back to now" }).waitFor()],
  ["record, withdrawing", `${few}&record=${record}`, async (page) => {
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("Withdraw this record?").waitFor();
  }],
  ["import, earlier ones", "/facilities/import", (page) => page.getByText("876 taken").first().waitFor()],
  ["import, check", "/facilities/import", choose],
  ["import, done", "/facilities/import", async (page) => {
    await page.locator("input[type=file]").setInputFiles({ name: "one.csv", mimeType: "text/csv", buffer: Buffer.from(`Group,Facility,Billing Date,From Date,Through Date,Status,Billed,Paid,Date Paid,Note\nAlabama Facilities,Meadow Health,02/01/2022,01/01/2022,01/31/2022,Paid,${page.nextAmount()},1.00,02/02/2022,`) });
    await page.getByRole("button", { name: "Import 1 row" }).click();
    await page.getByRole("heading", { name: "1 record saved" }).waitFor();
  }],
  ["import, undoing", "/facilities/import", async (page) => {
    await page.getByRole("button", { name: /^Undo the import of/ }).first().click();
    await page.getByText(/^Undo the import of .*\?$/).waitFor();
  }],
  ["import, a new group's schedule", "/facilities/import", async (page) => {
    await page.locator("input[type=file]").setInputFiles({ name: "new.csv", mimeType: "text/csv", buffer: Buffer.from("Group,Facility,Billing Date,From Date,Through Date,Status,Billed,Paid,Date Paid,Note\nBrand New,One,02/01/2022,01/01/2022,01/31/2022,Paid,1.00,1.00,02/02/2022,\n") });
    await page.getByRole("button", { name: /: Brand New$/ }).click();
    await page.getByRole("dialog").waitFor();
  }],
  ["import, columns to name", "/facilities/import", async (page) => {
    await page.locator("input[type=file]").setInputFiles({ name: "other.csv", mimeType: "text/csv", buffer: Buffer.from("A,B,C\n1,2,3\n") });
    await page.getByText("Say which columns are meant").waitFor();
  }],
  ["month end", "/facilities/month-end"],
  ["settings, general", "/settings"],
  ["settings, groups", "/settings?tab=groups"],
  ["settings, new group", "/settings?tab=groups&edit=new", (page) => page.getByRole("dialog").getByRole("textbox").first().waitFor()],
  ["settings, a group", `/settings?tab=groups&edit=${group}`, (page) => page.getByRole("dialog").getByRole("textbox").first().waitFor()],
  ["settings, archiving a group", "/settings?tab=groups", async (page) => {
    await page.getByRole("button", { name: /^Actions for/ }).first().click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await page.getByRole("button", { name: "Archive", exact: true }).waitFor();
  }],
  ["settings, facilities", "/settings?tab=facilities"],
  ["settings, new facility", "/settings?tab=facilities&edit=new", (page) => page.getByRole("dialog").getByRole("textbox").first().waitFor()],
  ["settings, a facility", `/settings?tab=facilities&edit=${facility}`, (page) => page.getByRole("dialog").getByRole("textbox").first().waitFor()],
  ["settings, status sets", "/settings?tab=statuses"],
  ["settings, new status set", "/settings?tab=statuses&edit=new", (page) => page.getByRole("dialog").getByRole("textbox").first().waitFor()],
  ["settings, a status set", `/settings?tab=statuses&edit=${set}`, (page) => page.getByRole("dialog").getByRole("textbox").first().waitFor()],
  ["settings, a colour", `/settings?tab=statuses&edit=${set}`, async (page) => {
    await page.getByRole("dialog").getByRole("button", { name: /^Colour of/ }).first().click();
    await page.getByRole("textbox", { name: "Own colour" }).or(page.getByText("Own colour")).first().waitFor();
  }],
  ["activity", "/activity"],
  ["health", "/status"],
  ["API", "/api-docs", (page) => page.getByText("/api/billing-records").first().waitFor(), undefined, { madeAnew: true }],
  ["no such page", "/nowhere"],
  ["shortcuts", "/", async (page) => {
    await press("?")(page);
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  }, "desktop"],
  ["command palette", "/", async (page) => {
    await (onPhone(page) ? click("button", "Search")(page) : press("Control+k")(page));
    await page.getByRole("dialog", { name: "Command palette" }).getByRole("option").first().waitFor();
  }],
  ["preferences", "/", async (page) => {
    await click("button", onPhone(page) ? "More" : / · English$/)(page);
    await page.getByRole("menu").waitFor();
  }],
];

/** The view "columns to name" is what the wizard makes of this refusal. */
const unnamedColumns = /422 .*\/api\/facilities\/import\?dryRun=true/;

let amount = 1;
/**
 * Looks at each view on each device, in the light and then in the dark, as when the system goes over to it in the evening; every view that fails is
 * told, not only the first. The dark changes colours and nothing else, so there axe judges by the rules on colours alone.
 */
async function lookAt(t, views, prefix) {
  for (const { name: device, ...options } of devices)
    await t.test(device, async (t) => {
      await it.page({ ...options, expected: [scalarWarns, unnamedColumns] }, async (page) => {
        page.nextAmount = () => `${amount++}.00`;
        const keep = (theme, name) => page.keep(`${prefix}-${device}-${theme}-${name}`.replace(/\W+/g, "-"));
        for (const [name, path, open, only, rules] of views) {
          if (only && device !== only) continue;
          await t.test(name, async () => {
            let theme = "light";
            await page.emulateMedia({ colorScheme: theme });
            try {
              await page.go(path);
              await open?.(page);
              await settled(page);
              await fits(page);
              await accessible(page, rules);
              await keep(theme, name);
              theme = "dark";
              await page.emulateMedia({ colorScheme: theme });
              await page.locator("html[data-theme=dark]").waitFor({ timeout: 60_000 }); // a year of all groups is thousands of cells
              if (rules?.madeAnew) await open(page);
              await settled(page);
              await painted(page);
              await accessible(page, { ...rules, colours: true });
            } finally {
              await keep(theme, name);
            }
          });
        }
      });
    });
}

test("an empty house", { timeout: 300_000 }, (t) => lookAt(t, empty, "empty"));

test("a house with records", { timeout: 1_200_000 }, async (t) => {
  await it.api.importFile(tracker);
  const [group] = (await it.api.get("/api/facility-groups")).items;
  const [row] = (await it.api.get(`/api/billing-records?groupId=${group.id}&state=overdue&limit=1`)).items;
  await it.api.post("/api/billing-records", { id: row.id, note: "Promised by phone", paid: "10.00" });
  const [facility] = (await it.api.get(`/api/facilities?groupId=${group.id}`)).items;
  const [set] = (await it.api.get("/api/status-sets")).items;
  await lookAt(t, filled({ group: group.id, record: row.id, facility: facility.id, set: set.id }), "full");
});
