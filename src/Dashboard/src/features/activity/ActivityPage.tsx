import { Page } from "@/ui";

export function ActivityPage() {
  return <Page title="Activity">{null}</Page>;
}
