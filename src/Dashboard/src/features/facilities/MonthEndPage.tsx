import { Page } from "@/ui";

export function MonthEndPage() {
  return <Page title="Month end">{null}</Page>;
}
