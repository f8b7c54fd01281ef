import { Page } from "@/ui";

export function OverviewPage() {
  return <Page title="Overview">{null}</Page>;
}
