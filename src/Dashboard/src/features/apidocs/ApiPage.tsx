import { Page } from "@/ui";

export function ApiPage() {
  return <Page title="API">{null}</Page>;
}
