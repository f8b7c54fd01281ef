import { Page } from "@/ui";

export function BillingPage() {
  return <Page title="Billing">{null}</Page>;
}
