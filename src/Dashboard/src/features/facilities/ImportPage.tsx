import { Page } from "@/ui";

export function ImportPage() {
  return <Page title="Import">{null}</Page>;
}
