import { download } from "@/api/client";
import { ChartMenu, type ChartMenuProps } from "@/ui/chart";
import type { StatisticsSearch } from "./search";

interface ExportMenuProps extends Pick<ChartMenuProps, "label" | "picture"> {
  of: "" | "/aging" | "/months" | "/converted";
  search: StatisticsSearch;
  currency?: string;
}

/** Saves a chart of the statistics, and what it is drawn from. */
export function ExportMenu({ of, search: { from, to, compare, in: convertTo, rates: at }, currency, ...chart }: ExportMenuProps) {
  const fetch = (format: string) => {
    const query = new URLSearchParams(Object.entries({ format, from, to, compare, currency, convertTo, at }).flatMap(([name, value]) => (value ? [[name, value]] : [])));
    return download(`/api/invoices/stats${of}/export?${query}`, `statistics.${format}`);
  };
  return <ChartMenu {...chart} name={`${of === "" ? "statistics" : of.slice(1)}${currency ? `-${currency.toLowerCase()}` : ""}`} table={{ fetch }} />;
}
