import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { messages } from "./messages";

/** The reports and columns that the modules declare, as they stand in their sources. */
const sources = ["Invoicing/Reports/ReceivablesAging", "Invoicing/Reports/RevenueByMonth", "Invoicing/Reports/TaxByRate", "Subscriptions/Reports/MrrMovements", "Facilities/Reports/FacilitiesByGroup", "AiCosts/Reports/AiCostByClient", "Support/Reports/SupportProfitability", "Usage/Reports/UsageByMeter"];

it("has a word for every column that a report has", () => {
  const columns = sources.flatMap((source) => [...readFileSync(join(process.cwd(), `../Modules/${source}.cs`), "utf8").matchAll(/new\("(\w+)", "[^"]+", ReportCell/g)].map((found) => `col_${found[1]}`));
  expect(columns.length).toBeGreaterThan(40);
  expect(columns.filter((column) => !(column in messages.en))).toEqual([]);
});
