import { csv } from "@/lib/csv";
import { addDays, addMonths, type Day } from "@/lib/dates";
import { importColumns } from "./columns";

/** An empty sheet with the columns an import understands. */
export const template = () => new File([csv([importColumns])], "billing-template.csv", { type: "text/csv" });

const homes = [
  ["Sample: Ohio", "Birchwood Manor", "4250.00"],
  ["Sample: Ohio", "Cedar Point Care", "3890.50"],
  ["Sample: Ohio", "Harbor View", "5120.75"],
  ["Sample: Vermont", "Maple Grove", "2780.00"],
  ["Sample: Vermont", "Stony Brook", "3305.25"],
] as const;

/** Two made-up groups over the last six months: the older ones paid, the latest billed. Clearly named, and undone as a whole. */
export function sample(today: Day): File {
  const rows: string[][] = [[...importColumns]];
  const month = `${today.slice(0, 8)}01`;
  for (const [group, facility, amount] of homes)
    for (let back = 6; back >= 1; back--) {
      const billing = addMonths(month, 1 - back);
      const from = addMonths(month, -back);
      const paid = back > 2;
      rows.push([group, facility, billing, from, addDays(billing, -1), paid ? "Paid" : "Billed", amount, paid ? amount : "", paid ? addDays(billing, 12) : "", back === 1 ? "Sample row" : ""]);
    }
  return new File([csv(rows)], "sample.csv", { type: "text/csv" });
}
