import { until } from "./until.mjs";

/** Opens what is closed in a tree of amounts, one after the other, until what is wanted is seen. */
export const opened = (sheet, wanted) =>
  until(`the tree shows ${wanted}`, async () => {
    if ((await sheet.locator(wanted).count()) > 0) return true;
    const closed = sheet.locator("details:not([open]) > summary");
    if ((await closed.count()) > 0) await closed.first().click();
    return false;
  });
