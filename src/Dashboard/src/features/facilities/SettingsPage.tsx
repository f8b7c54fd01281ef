import { Page } from "@/ui";

export function SettingsPage() {
  return <Page title="Settings">{null}</Page>;
}
